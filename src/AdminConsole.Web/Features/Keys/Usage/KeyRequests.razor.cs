using System.Globalization;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Usage;

/// <summary>The key's latest verifications. Each can be asked why: it is evaluated again, under the policy of its time.</summary>
public sealed partial class KeyRequests(
    UsageEvents events, EventExplainer explainer, KeyExplainer current, CurrentOperator person, KeyDialogs dialogs) : IDisposable
{
    private const int PageSize = 10;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<Failure> _failures = [];
    private EventPage? _page;
    private ExplainedEvent? _explained;
    private string? _noEdit;

    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    [Parameter, EditorRequired] public required KeyNames Names { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    public void Dispose() => _leaving.Cancel();

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync(string? cursor = null)
    {
        var page = await events.NewestAsync(await person.ActorAsync(_leaving.Token), Key.Target, cursor, PageSize, _leaving.Token);
        _failures = page.Failures;
        _page = page.Succeeded ? page.Value : _page;
        (_explained, _noEdit) = (null, null);
    }

    private string WhyOf(UsageEvent use) => T["KeyRequests.WhyOf", use.Code.ToWire(), use.At.ToString("u", CultureInfo.InvariantCulture)];

    private bool IsExplained(RecordedEvent recorded) => _explained?.Recorded.Id == recorded.Id;

    private async Task ExplainAsync(RecordedEvent recorded)
    {
        _noEdit = null;
        if (IsExplained(recorded))
        {
            _explained = null;
            return;
        }

        var actor = await person.ActorAsync(_leaving.Token);
        var explained = await explainer.ExplainAsync(actor, Key.Target, recorded.Id.ToString(), _leaving.Token);
        _failures = explained.Failures;
        _explained = explained.Succeeded ? explained.Value : null;
    }

    private async Task EditAsync()
    {
        // A patch replaces whole lists: one made from the policy of then would undo what was changed since.
        var now = await current.ExplainAsync(await person.ActorAsync(_leaving.Token), Question(_explained!.Recorded.Event), _leaving.Token);
        _failures = now.Failures;
        if (!now.Succeeded)
        {
            return;
        }

        if (now.Value.SuggestedEdit is not { Patches: true } suggested)
        {
            _noEdit = now.Value.Decision.Allowed ? T["KeyRequests.PassesNow"] : now.Value.WhyNoEdit ?? T["KeyRequests.EnableFirst"];
        }
        else if (await dialogs.EditAsync(Key.Target, suggested.Patch))
        {
            await OnChanged.InvokeAsync();
        }
    }

    private ExplainKey Question(UsageEvent use) => new(Key.Target)
    {
        ClientIp = use.Address?.ToString(),
        Scopes = use.Scopes,
        Project = use.Project is { } project ? new(project) : null,
        Resource = use.Resource,
        Referrer = use.Referrer,
    };
}
