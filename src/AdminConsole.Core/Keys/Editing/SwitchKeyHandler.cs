using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Enables or disables a key.</summary>
/// <param name="Version">The version that it is meant for; another one is refused as stale. Null: whatever is there.</param>
public sealed record SwitchKey(KeyTarget Target, bool Enable, int? Version = null);

/// <param name="Version">The key's version after that.</param>
/// <param name="Changed">False: it was so before, by another's doing.</param>
public sealed record SwitchedKey(int Version, bool Changed);

/// <summary>The reversible off switch: a disabled key verifies as <c>DISABLED</c>, with its policy untouched.</summary>
public sealed class SwitchKeyHandler(KeyTransactions transactions)
{
    /// <summary>Needs no version and always wins. Gives the key's version after that.</summary>
    public Task<Result<int>> DisableAsync(Actor actor, KeyTarget target, CancellationToken cancellation) =>
        VersionAsync(actor, new(target, Enable: false), cancellation);

    /// <summary>Gives the key's version after that.</summary>
    public Task<Result<int>> EnableAsync(Actor actor, KeyTarget target, CancellationToken cancellation) =>
        VersionAsync(actor, new(target, Enable: true), cancellation);

    public async Task<Result<SwitchedKey>> SwitchAsync(Actor actor, SwitchKey command, CancellationToken cancellation)
    {
        var changed = false;
        var version = await transactions.ChangeAsync(
            actor,
            Permission.WriteKeys,
            command.Target,
            command.Enable ? AuditActions.KeyEnabled : AuditActions.KeyDisabled,
            (_, key, _) =>
            {
                var outcome = Switch(key, command);
                changed = outcome is { Succeeded: true, Value: ChangeOutcome.Changed };
                return Task.FromResult(outcome);
            },
            cancellation);
        return version.Succeeded ? new SwitchedKey(version.Value, changed) : version.Failures;
    }

    private async Task<Result<int>> VersionAsync(Actor actor, SwitchKey command, CancellationToken cancellation)
    {
        var switched = await SwitchAsync(actor, command, cancellation);
        return switched.Succeeded ? switched.Value.Version : switched.Failures;
    }

    private static Result<ChangeOutcome> Switch(ApiKey key, SwitchKey command)
    {
        if (key.IsRevoked)
        {
            return KeyFailures.Revoked;
        }

        if (command.Version is { } version && version != key.Version)
        {
            return KeyFailures.Stale(key.Version);
        }

        if (key.Enabled == command.Enable)
        {
            return ChangeOutcome.Unchanged;
        }

        key.Enable(command.Enable);
        return ChangeOutcome.Changed;
    }
}
