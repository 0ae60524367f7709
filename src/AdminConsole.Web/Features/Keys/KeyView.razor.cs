using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Results;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys;

/// <summary>
/// All that may be shown of one key, with its history. An id that is none, that no key has or that another organization's key
/// has: all look the same.
/// </summary>
public sealed partial class KeyView(
    CurrentOrganization organizations, KeyFinder finder, OrganizationDirectory directory, CurrentOperator person) : IDisposable
{
    private const int HistoryStep = 20;

    private readonly CancellationTokenSource _leaving = new();
    private OrganizationAccess? _access;
    private IReadOnlyList<Failure> _failures = [];
    private IReadOnlyList<KeyVersion> _history = [];
    private IReadOnlyList<ProjectSummary> _projects = [];
    private KeyNames _names = KeyNames.None;
    private KeyDetails? _key;
    private (string Key, string? Organization)? _shown;
    private int _limit = HistoryStep;
    private bool _notFound;

    [Parameter, EditorRequired] public required string KeyId { get; set; }

    /// <summary>The slug that the URL names.</summary>
    [Parameter] public string? Organization { get; set; }

    private string Title => _notFound ? T["Key.NotFound.Title"] : _key?.Settings.Name ?? T["Key.Title"];

    public void Dispose() => _leaving.Cancel();

    protected override Task OnParametersSetAsync()
    {
        if (_shown == (KeyId, Organization))
        {
            return Task.CompletedTask;
        }

        (_shown, _key, _notFound) = ((KeyId, Organization), null, false);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        _access = await organizations.ResolveAsync(Organization, _leaving.Token);
        if (_access is null || !Id<ApiKey>.TryParse(KeyId, null, out var id))
        {
            _notFound = true;
            return;
        }

        var actor = await person.ActorAsync(_leaving.Token);
        var key = await finder.GetAsync(actor, new(_access.Id, id), _leaving.Token);
        var history = await finder.HistoryAsync(actor, new(_access.Id, id), _limit, _leaving.Token);
        var choices = await directory.ChoicesAsync(actor, _access.Id, _leaving.Token);
        _failures = key.Failures;
        _notFound = key.Failures.Any(failure => failure.Kind is FailureKind.NotFound);
        _key = key.Succeeded ? key.Value : null;
        _history = history.Succeeded ? history.Value : [];
        _projects = choices.Succeeded ? choices.Value.Projects : [];
        _names = choices.Succeeded ? KeyNames.Of(choices.Value) : KeyNames.None;
    }

    private Task ShowMoreAsync()
    {
        _limit += HistoryStep;
        return LoadAsync();
    }
}
