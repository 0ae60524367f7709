using System.Runtime.CompilerServices;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification.Changes;

/// <summary>One who listens. Dispose it to give its place back.</summary>
public sealed class KeyEventSubscription : IDisposable
{
    private readonly KeyEventSubscriptions _subscriptions;
    private readonly KeyEventLog _log;
    private readonly TimeProvider _clock;
    private readonly ApiCaller _caller;
    private readonly long? _after;
    private int _disposed;

    internal KeyEventSubscription(KeyEventSubscriptions subscriptions, KeyEventLog log, TimeProvider clock, ApiCaller caller, long? after) =>
        (_subscriptions, _log, _clock, _caller, _after) = (subscriptions, log, clock, caller, after);

    /// <summary>
    /// First what was missed, then a heartbeat, then what happens, with further heartbeats in between. Ends when cancelled, and when the listener's
    /// own key is no longer let in.
    /// </summary>
    public async IAsyncEnumerable<KeyEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = _after;
        long? beat = null;
        while (!cancellation.IsCancellationRequested && _subscriptions.Admits(_caller))
        {
            var growth = _log.Growth;
            (var missed, position) = _log.Since(_caller.OrganizationId, position);
            foreach (var entry in missed)
            {
                yield return entry;
            }

            if (beat is null || Rest(beat.Value) == TimeSpan.Zero)
            {
                yield return new(position.Value, KeyEventKind.Heartbeat);
                beat = _clock.GetTimestamp();
            }

            await growth.WaitAsync(Rest(beat.Value), _clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _subscriptions.GivePlaceBack(_caller);
        }
    }

    /// <summary>How long until the next heartbeat is due.</summary>
    private TimeSpan Rest(long beat)
    {
        var rest = KeyEventSubscriptions.Heartbeat - _clock.GetElapsedTime(beat);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
