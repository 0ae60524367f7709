using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>The versions of a key, the newest first: who made each of them, when, and what it changed.</summary>
public sealed partial class KeyHistoryTab(
    KeyQueries keyQueries, OrganizationQueries organizationQueries, CurrentOperator person, KeyDialogs dialogs) : IDisposable
{
    private const int Step = 20;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<Failure> _failures = [];
    private IReadOnlyList<KeyVersion>? _versions;
    private KeyNames _names = KeyNames.None;
    private int _limit = Step;

    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    public void Dispose() => _leaving.Cancel();

    protected override Task OnParametersSetAsync() =>
        _versions is { Count: > 0 } known && known[0].Version == Key.Version ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await person.ActorAsync(_leaving.Token);
        var versions = await keyQueries.HistoryAsync(actor, Key.Target, _limit, _leaving.Token);
        var choices = await organizationQueries.ChoicesAsync(actor, Key.OrganizationId, _leaving.Token);
        _failures = versions.Failures;
        _names = choices.Succeeded ? KeyNames.Of(choices.Value) : KeyNames.None;
        _versions = versions.Succeeded ? versions.Value : [];
    }

    private bool Differs(KeyVersion version) => KeyDiff.Between(Key.Settings, version.Settings).Count > 0;

    /// <summary>An old version comes back as an edit: shown with what it does, and through today's checks.</summary>
    private async Task RestoreAsync(KeyVersion version)
    {
        await dialogs.EditAsync(Key.Target, KeyPatch.Between(Key.Settings, version.Settings));
        await OnChanged.InvokeAsync();
    }

    private Task ShowMoreAsync()
    {
        _limit += Step;
        return LoadAsync();
    }
}
