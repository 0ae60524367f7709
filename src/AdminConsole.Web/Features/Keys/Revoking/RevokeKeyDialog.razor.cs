using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Revoking;

/// <summary>Ends a key for good, with a reason. A key in use asks for its name to be typed. Closes with true when it is revoked.</summary>
public sealed partial class RevokeKeyDialog(CurrentOperator current, KeyStakesQueries stakesQueries, RevokeKeyHandler revoker, TimeProvider clock)
{
    private IReadOnlyList<Failure> _refusals = [];
    private IReadOnlyList<string> _mistyped = [];
    private KeyStakes? _stakes;
    private RevocationReason? _reason;
    private string? _comment;
    private string? _typed;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    [Parameter, EditorRequired] public required string KeyName { get; set; }

    /// <summary>For those who may revoke the key but not read it: support staff know it from the look-up.</summary>
    [Parameter] public FoundKey? Found { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private bool IsHot => _stakes is { } known && known.IsInUse(clock.GetUtcNow());

    /// <summary>There is nothing left to revoke.</summary>
    private bool IsOver => _refusals.Any(failure => failure.Kind is FailureKind.Conflict or FailureKind.NotFound);

    private IReadOnlyList<SelectOption<RevocationReason?>> Reasons =>
        [.. Enum.GetValues<RevocationReason>().Select(reason => new SelectOption<RevocationReason?>(reason, T[$"Revoke.Reason.{reason}"]))];

    protected override Task OnInitializedAsync() => Dialog.RunAsync(LoadAsync);

    private async Task LoadAsync()
    {
        _stakes = await stakesQueries.ReadAsync(Target, Found, CancellationToken.None);
        _refusals = _stakes.Refusals;
    }

    private Task SubmitAsync() => IsOver ? Task.CompletedTask : Dialog.RunAsync(RevokeAsync);

    private async Task RevokeAsync()
    {
        var command = new RevokeKey(Target, _reason, _comment);
        _mistyped = !IsHot || string.Equals(_typed?.Trim(), KeyName, StringComparison.Ordinal) ? [] : [T["Revoke.Confirm.Mistyped"]];
        _refusals = command.Faults;
        if (_refusals.Count > 0 || _mistyped.Count > 0)
        {
            return;
        }

        var revoked = await revoker.RevokeAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        _refusals = revoked.Failures;
        if (revoked.Succeeded)
        {
            Dialog.Close(true);
        }
    }

    private static bool IsUnplaced(Failure failure) => failure.Field is not (KeyFields.RevocationReason or KeyFields.RevocationComment);

    private IReadOnlyList<string> Of(string field) =>
        [.. _refusals.Where(failure => string.Equals(failure.Field, field, StringComparison.Ordinal)).Select(failure => failure.Message)];
}
