using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Revoking;

/// <summary>Says what a key is used for before it is disabled. Closes with a <see cref="SwitchedKey"/> when it is.</summary>
public sealed partial class DisableKeyDialog(CurrentOperator current, KeyStakesQueries stakesQueries, SwitchKeyHandler power, TimeProvider clock)
{
    private IReadOnlyList<Failure> _refusals = [];
    private KeyStakes? _stakes;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    [Parameter, EditorRequired] public required string KeyName { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    /// <summary>There is nothing left to disable.</summary>
    private bool IsOver => _refusals.Any(failure => failure.Kind is FailureKind.Conflict or FailureKind.NotFound);

    protected override Task OnInitializedAsync() => Dialog.RunAsync(LoadAsync);

    private async Task LoadAsync()
    {
        _stakes = await stakesQueries.ReadAsync(Target, found: null, CancellationToken.None);
        _refusals = _stakes.Refusals;
    }

    private Task SubmitAsync() => _stakes is not null && !IsOver ? Dialog.RunAsync(DisableAsync) : Task.CompletedTask;

    private async Task DisableAsync()
    {
        var disabled = await power.SwitchAsync(await current.ActorAsync(CancellationToken.None), new(Target, Enable: false), CancellationToken.None);
        _refusals = disabled.Failures;
        if (disabled.Succeeded)
        {
            Dialog.Close(disabled.Value);
        }
    }
}
