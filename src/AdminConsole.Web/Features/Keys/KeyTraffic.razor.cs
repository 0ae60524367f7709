using AdminConsole.Explaining;
using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Usage;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys;

/// <summary>The key's latest verifications. Each can be asked why: it is evaluated again, under the policy of its time.</summary>
public sealed partial class KeyTraffic(UsageEvents events, EventExplainer explainer, CurrentOperator person) : IDisposable
{
    private const int PageSize = 10;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<Failure> _failures = [];
    private EventPage? _page;
    private ExplainedEvent? _explained;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    [Parameter, EditorRequired] public required KeyNames Names { get; set; }

    public void Dispose() => _leaving.Cancel();

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync(string? cursor = null)
    {
        var page = await events.NewestAsync(await person.ActorAsync(_leaving.Token), Target, cursor, PageSize, _leaving.Token);
        _failures = page.Failures;
        _page = page.Succeeded ? page.Value : _page;
        _explained = null;
    }

    private async Task ExplainAsync(RecordedEvent recorded)
    {
        if (_explained?.Recorded.Id == recorded.Id)
        {
            _explained = null;
            return;
        }

        var explained = await explainer.ExplainAsync(await person.ActorAsync(_leaving.Token), Target, recorded.Id.ToString(), _leaving.Token);
        _failures = explained.Failures;
        _explained = explained.Succeeded ? explained.Value : null;
    }
}
