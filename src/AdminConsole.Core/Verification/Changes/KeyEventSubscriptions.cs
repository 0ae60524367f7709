using AdminConsole.Core.Access;
using AdminConsole.Core.Results;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification.Changes;

/// <summary>Lets programs that keep answers hear at once which of them are out of date.</summary>
public sealed class KeyEventSubscriptions(KeyEventLog log, ManagementKeyVerifier verifier, CacheFreshness freshness, TimeProvider clock)
{
    /// <summary>Listeners of one management key at a time: one for each instance of a service.</summary>
    public const int MaxPerKey = 32;

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static readonly Failure TooMany = new(
        FailureKind.TooMany, "changes.too_many", $"This management key has {MaxPerKey} listeners already. Close one, or use another key.");

    private readonly Dictionary<long, int> _listeners = [];

    /// <summary>Takes a place among the listeners, which is given back with the listener's disposal.</summary>
    /// <param name="caller">Who listens; hears of the keys of its organization alone.</param>
    /// <param name="after">The position that was heard last; null hears from now on.</param>
    public Result<KeyEventSubscription> Listen(ApiCaller caller, long? after)
    {
        if (!caller.Actor.Can(Permission.VerifyKeys, caller.OrganizationId))
        {
            return VerificationService.Forbidden;
        }

        return TakePlace(caller.Actor.KeyRow) ? new KeyEventSubscription(this, log, clock, caller, after) : TooMany;
    }

    /// <summary>Whether the caller would still be let in: its key may be changed while it listens.</summary>
    internal bool Admits(ApiCaller caller) =>
        !freshness.IsStale && verifier.Renew(caller)?.Actor.Can(Permission.VerifyKeys, caller.OrganizationId) is true;

    internal void GivePlaceBack(ApiCaller caller)
    {
        log.Leave();
        var row = caller.Actor.KeyRow;
        lock (_listeners)
        {
            if (--_listeners[row] == 0)
            {
                _listeners.Remove(row);
            }
        }
    }

    private bool TakePlace(long row)
    {
        lock (_listeners)
        {
            var taken = _listeners.GetValueOrDefault(row);
            if (taken == MaxPerKey)
            {
                return false;
            }

            _listeners[row] = taken + 1;
        }

        log.Follow();
        return true;
    }
}
