using System.Collections.Concurrent;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Verification;

/// <summary>
/// Counts a key's verifications per client address in fixed windows of an hour, by the monotonic clock. Only keys with such a
/// limit are counted, and only what was allowed: a refusal burns no budget.
/// </summary>
public sealed class RateWindows(TimeProvider clock)
{
    /// <summary>Addresses counted at most. When there are more, the window begins anew: memory stays bounded, and nobody is refused wrongly.</summary>
    private const int MaxCounters = 200_000;

    private readonly Lock _turning = new();
    private readonly long _start = clock.GetTimestamp();
    private Window _window = new(0);

    /// <summary>Decides with the count of the current window, and counts the call when it is allowed.</summary>
    public Decision Decide(VerifiableKey key, VerificationRequest request, DateTimeOffset now)
    {
        if (key.Policy.Limits.MaxVerificationsPerIpPerHour is null || request.ClientIp is not { } address)
        {
            return key.Decide(request, now);
        }

        // Calls of one key from one address take turns, or two at the edge of the limit would both pass.
        var counter = Current().CounterOf((key.Row, address));
        lock (counter)
        {
            var decision = key.Decide(request with { VerificationsThisHour = counter.Count }, now);
            counter.Count += decision.Allowed ? 1 : 0;
            return decision;
        }
    }

    /// <summary>How many verifications of the key were allowed to the address in the current window. Counts nothing.</summary>
    public int CountOf(long keyRow, ClientAddress address)
    {
        if (!Current().Counters.TryGetValue((keyRow, address), out var counter))
        {
            return 0;
        }

        lock (counter)
        {
            return counter.Count;
        }
    }

    private Window Current()
    {
        var hour = (long)clock.GetElapsedTime(_start).TotalHours;
        var window = Volatile.Read(ref _window);
        if (window.Hour == hour && window.Count < MaxCounters)
        {
            return window;
        }

        lock (_turning)
        {
            if (ReferenceEquals(_window, window))
            {
                Volatile.Write(ref _window, new(hour));
            }

            return _window;
        }
    }

    private sealed class Window(long hour)
    {
        // Counted here: the dictionary would take all its locks to tell.
        private int _count;

        public long Hour { get; } = hour;

        public int Count => Volatile.Read(ref _count);

        public ConcurrentDictionary<(long KeyRow, ClientAddress Address), Counter> Counters { get; } = new();

        public Counter CounterOf((long KeyRow, ClientAddress Address) caller) =>
            Counters.TryGetValue(caller, out var known) ? known : Counters.GetOrAdd(caller, Begin);

        // Called more than once for one caller only when calls race: a count too many ends the window a little sooner.
        private Counter Begin((long KeyRow, ClientAddress Address) caller)
        {
            Interlocked.Increment(ref _count);
            return new();
        }
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }
}
