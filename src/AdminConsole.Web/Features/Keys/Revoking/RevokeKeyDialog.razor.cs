using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Revoking;

/// <summary>Ends a key for good, with a reason. A key in use asks for its name to be typed. Closes with true when it is revoked.</summary>
public sealed partial class RevokeKeyDialog(CurrentOperator current, KeyFinder finder, KeyRevoker revoker, TimeProvider clock)
{
    private static readonly TimeSpan HotFor = TimeSpan.FromHours(24);

    private IReadOnlyList<Failure> _refusals = [];
    private IReadOnlyList<string> _mistyped = [];
    private KeyDetails? _details;
    private RevocationReason? _reason;
    private string? _comment;
    private string? _typed;
    private bool _loaded;
    private bool _busy;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    [Parameter, EditorRequired] public required string KeyName { get; set; }

    /// <summary>For those who may revoke the key but not read it: support staff know it from the look-up.</summary>
    [Parameter] public DateTimeOffset? LastUsedAt { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private DateTimeOffset? LastUse => _details is null ? LastUsedAt : _details.LastUsedAt;

    private bool IsHot => clock.GetUtcNow() - LastUse < HotFor;

    /// <summary>There is nothing left to revoke.</summary>
    private bool IsOver => _refusals.Any(failure => failure.Kind is FailureKind.Conflict or FailureKind.NotFound);

    private IReadOnlyList<SelectOption<RevocationReason?>> Reasons =>
        [.. Enum.GetValues<RevocationReason>().Select(reason => new SelectOption<RevocationReason?>(reason, T[$"Revoke.Reason.{reason}"]))];

    protected override async Task OnInitializedAsync()
    {
        var details = await finder.GetAsync(await current.ActorAsync(CancellationToken.None), Target, CancellationToken.None);
        _loaded = true;
        if (details.Succeeded)
        {
            _details = details.Value;
            _refusals = details.Value switch
            {
                { Revocation: not null } => [KeyFailures.Revoked],
                { Kind: KeyKind.Managed } => [KeyFailures.Managed],
                _ => [],
            };
        }
        else if (details.Failures[0].Kind is FailureKind.NotFound)
        {
            _refusals = details.Failures;
        }
    }

    private async Task SubmitAsync()
    {
        if (_busy || IsOver || !ConfirmedByName())
        {
            return;
        }

        _busy = true;
        var command = new RevokeKey(Target, _reason, _comment);
        var revoked = await revoker.RevokeAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        _busy = false;
        _refusals = revoked.Failures;
        if (revoked.Succeeded)
        {
            Dialog.Close(true);
        }
    }

    private bool ConfirmedByName()
    {
        var confirmed = !IsHot || string.Equals(_typed?.Trim(), KeyName, StringComparison.Ordinal);
        _mistyped = confirmed ? [] : [T["Revoke.Confirm.Mistyped"]];
        return confirmed;
    }

    private static bool IsUnplaced(Failure failure) => failure.Field is not (KeyFields.RevocationReason or KeyFields.RevocationComment);

    private IReadOnlyList<string> Of(string field) =>
        [.. _refusals.Where(failure => string.Equals(failure.Field, field, StringComparison.Ordinal)).Select(failure => failure.Message)];
}
