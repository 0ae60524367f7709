using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>The reversible off switch: a disabled key verifies as <c>DISABLED</c>, with its policy untouched.</summary>
public sealed class SwitchKeyHandler(KeyTransactions transactions)
{
    /// <summary>Needs no version and always wins. Gives the key's version after that.</summary>
    public Task<Result<int>> DisableAsync(Actor actor, KeyTarget target, CancellationToken cancellation) =>
        SwitchAsync(actor, target, enabled: false, AuditActions.KeyDisabled, cancellation);

    /// <summary>Gives the key's version after that.</summary>
    public Task<Result<int>> EnableAsync(Actor actor, KeyTarget target, CancellationToken cancellation) =>
        SwitchAsync(actor, target, enabled: true, AuditActions.KeyEnabled, cancellation);

    private Task<Result<int>> SwitchAsync(Actor actor, KeyTarget target, bool enabled, string action, CancellationToken cancellation) =>
        transactions.ChangeAsync(actor, Permission.WriteKeys, target, action, (_, key, _) => Task.FromResult(Switch(key, enabled)), cancellation);

    private static Result<ChangeOutcome> Switch(ApiKey key, bool enabled)
    {
        if (key.IsRevoked)
        {
            return KeyFailures.Revoked;
        }

        if (key.Enabled == enabled)
        {
            return ChangeOutcome.Unchanged;
        }

        key.Enable(enabled);
        return ChangeOutcome.Changed;
    }
}
