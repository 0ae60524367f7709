using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Explaining;

/// <summary>Asks whether the key would pass, without its secret, and shows every check. The answer follows the key when it is changed.</summary>
public sealed partial class WhatIfForm(KeyExplainer explainer, CurrentOperator person, KeyDialogs dialogs) : IDisposable
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\n'];

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<Failure> _failures = [];
    private Explanation? _explanation;
    private ExplainKey? _asked;
    private string? _address;
    private string? _scopes;
    private Id<Project>? _project;
    private string? _resource;
    private string? _referrer;
    private DateTimeOffset? _time;
    private bool _busy;

    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    /// <summary>Those of the organization, whether the key is limited to them or not.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<ProjectSummary> Projects { get; set; }

    [Parameter, EditorRequired] public required KeyNames Names { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private IReadOnlyList<SelectOption<Id<Project>?>> Choices =>
        [.. Projects.Select(project => new SelectOption<Id<Project>?>(project.Id, project.Name))];

    private IEnumerable<string> Unplaced => _failures.Where(failure => failure.Field is null).Select(failure => failure.Message);

    public void Dispose() => _leaving.Cancel();

    protected override Task OnParametersSetAsync() =>
        _explanation is not null && _explanation.Decision.PolicyVersion != Key.Version ? AnswerAsync() : Task.CompletedTask;

    private async Task AskAsync()
    {
        if (_busy)
        {
            return;
        }

        _asked = new(Key.Target)
        {
            ClientIp = Given(_address),
            Scopes = (_scopes ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Project = _project,
            Resource = Given(_resource),
            Referrer = Given(_referrer),
            Time = _time,
        };
        await AnswerAsync();
    }

    private async Task AnswerAsync()
    {
        _busy = true;
        var answer = await explainer.ExplainAsync(await person.ActorAsync(_leaving.Token), _asked!, _leaving.Token);
        _busy = false;
        _failures = answer.Failures;
        _explanation = answer.Succeeded ? answer.Value : null;
    }

    private async Task EditAsync()
    {
        // A patch replaces whole lists: one made from an older version would undo what was changed since.
        await AnswerAsync();
        if (_explanation?.SuggestedEdit is { Patches: true } suggested && await dialogs.EditAsync(Key.Target, suggested.Patch))
        {
            await OnChanged.InvokeAsync();
        }
    }

    private IReadOnlyList<string> FaultsOf(string field) =>
    [
        .. _failures
            .Where(failure => string.Equals(failure.Field?.Split('/')[0], field, StringComparison.Ordinal))
            .Select(failure => failure.Message)
            .Distinct(StringComparer.Ordinal),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
