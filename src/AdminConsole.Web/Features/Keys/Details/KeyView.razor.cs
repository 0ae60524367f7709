using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Display;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>
/// All that may be shown of one key. An id that is none, that no key has or that another organization's key has: all look the same.
/// </summary>
public sealed partial class KeyView(
    CurrentOrganization organizations,
    KeyListPlace place,
    KeyQueries keyQueries,
    KeysChangedNotifier notifier,
    KeyDialogs dialogs,
    CurrentOperator person)
    : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private OrganizationRights? _access;
    private IReadOnlyList<Failure> _failures = [];
    private KeyDetails? _key;
    private (string Key, string? Organization)? _shown;
    private bool _unknown;
    private bool _restores = true;

    [Parameter, EditorRequired] public required string KeyId { get; set; }

    /// <summary>The slug that the URL names.</summary>
    [Parameter] public string? Organization { get; set; }

    /// <summary>Null when the URL names no part of the page. Another one does not load the key again.</summary>
    [Parameter, EditorRequired] public required KeyPageTab? Tab { get; set; }

    private bool NotFound => _unknown || Tab is null;

    private string Title => NotFound ? T["Key.NotFound.Title"] : _key?.Settings.Name ?? T["Key.Title"];

    public void Dispose()
    {
        notifier.Happened -= OnNews;
        _leaving.Cancel();
    }

    protected override void OnInitialized() => notifier.Happened += OnNews;

    protected override Task OnParametersSetAsync()
    {
        if (_shown == (KeyId, Organization))
        {
            return Task.CompletedTask;
        }

        (_shown, _key, _unknown) = ((KeyId, Organization), null, false);
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_restores && _key is not null && _access is { MayWrite: true })
        {
            _restores = false;
            await dialogs.RestoreAsync(_access.Id, _key.Target.KeyId);
        }
    }

    private void OnNews(object? sender, EventArgs told) => _ = InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private IReadOnlyList<TabLink> TabsOf(Id<ApiKey> id, string organization) =>
        [.. Enum.GetValues<KeyPageTab>().Select(tab => new TabLink(KeyPaths.Of(id, organization, tab), T[$"Key.Tab.{tab}"], tab == Tab))];

    private async Task LoadAsync()
    {
        _access = await organizations.ResolveAsync(Organization, _leaving.Token);
        if (_access is null || !Id<ApiKey>.TryParse(KeyId, null, out var id))
        {
            _unknown = true;
            return;
        }

        var key = await keyQueries.GetAsync(await person.ActorAsync(_leaving.Token), new(_access.Id, id), _leaving.Token);
        _failures = key.Failures;
        _unknown = key.Failures.Any(failure => failure.Kind is FailureKind.NotFound);
        _key = key.Succeeded ? key.Value : null;
    }
}
