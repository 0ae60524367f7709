using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>A count that may not be in the database yet: it is there once its row counts through the block.</summary>
internal readonly record struct PendingCount(UsageDimensions Dimensions, UsageCount Count, long Block);

/// <summary>
/// What is on its way into the daily counts: the batch being filled, the one being written as a block, the counts of written
/// blocks, and those being rolled up. Each part knows which block it belongs to.
/// </summary>
public sealed class UsageBuffer(UsageRecorder recorder, IOptions<UsageOptions> settings)
{
    private readonly Lock _gate = new();
    private readonly UsageOptions _settings = settings.Value;
    private EventBatch _open = new(settings.Value.MaxPendingEvents, settings.Value.MaxPendingCounts);
    private EventBatch? _closed;
    private EventBatch? _spare;
    private UsageCounter _gathered = new();
    private RollUp? _rollUp;
    private long? _firstBlock;
    private long? _lastBlock;

    /// <summary>The number of the first block of this process; null until it is known.</summary>
    internal long? FirstBlock
    {
        get
        {
            lock (_gate)
            {
                return _firstBlock;
            }
        }
    }

    internal RollUp? Unfinished
    {
        get
        {
            lock (_gate)
            {
                return _rollUp;
            }
        }
    }

    /// <summary>So much is gathered that it should be rolled up before its time.</summary>
    internal bool ShouldRollUp
    {
        get
        {
            lock (_gate)
            {
                return _gathered.Count > _settings.MaxGatheredCounts / 2;
            }
        }
    }

    /// <summary>Events and counts held in memory.</summary>
    internal (int Events, int Counts) Held
    {
        get
        {
            var (events, counts) = recorder.Held;
            lock (_gate)
            {
                return (
                    events + _open.Events.Count + (_closed?.Events.Count ?? 0),
                    counts + _open.Overflow.Count + (_closed?.Overflow.Count ?? 0) + _gathered.Count + (_rollUp?.Counter.Count ?? 0));
            }
        }
    }

    /// <summary>Names the last block that the database has, or had.</summary>
    internal void Start(long lastBlock)
    {
        lock (_gate)
        {
            _firstBlock = lastBlock + 1;
            _lastBlock = lastBlock;
        }
    }

    /// <summary>
    /// What the next block must hold, and its number; null when there is nothing. The same again until it is <see cref="Written"/>.
    /// </summary>
    internal (long Block, EventBatch Batch)? Close()
    {
        lock (_gate)
        {
            // When counts cannot be rolled up either, they stay where memory is bounded.
            if (_lastBlock is not { } last || (_closed is null && _gathered.Count >= _settings.MaxGatheredCounts))
            {
                return null;
            }

            _closed ??= TakeOpen();
            return _closed is null ? null : (last + 1, _closed);
        }
    }

    /// <summary>The block is in the database.</summary>
    internal void Written()
    {
        lock (_gate)
        {
            _closed!.CountInto(_gathered);
            _closed.Clear();
            (_spare, _closed) = (_closed, null);
            _lastBlock++;
        }
    }

    /// <summary>The counts to roll up next; null when there are none. The same again until they are <see cref="RolledUp"/>.</summary>
    internal RollUp? BeginRollUp()
    {
        lock (_gate)
        {
            if (_rollUp is null && _gathered.Count > 0)
            {
                _rollUp = new(_gathered, _lastBlock!.Value);
                _gathered = new();
            }

            return _rollUp;
        }
    }

    /// <summary>Counts of a block that an earlier process wrote and did not roll up.</summary>
    internal RollUp BeginRollUp(RollUp recovered)
    {
        lock (_gate)
        {
            return _rollUp = recovered;
        }
    }

    internal void RolledUp()
    {
        lock (_gate)
        {
            _rollUp = null;
        }
    }

    /// <summary>Everything pending that matches, up to this moment.</summary>
    internal List<PendingCount> Read(UsageFilter filter)
    {
        List<PendingCount> found = [];
        lock (_gate)
        {
            recorder.DrainInto(_open);
            var block = _lastBlock ?? long.MaxValue - 2;
            Collect(_rollUp?.Counter, _rollUp?.Through ?? 0);
            Collect(_gathered, block);
            Collect(_closed?.Counter, block + 1);
            Collect(_open.Counter, _closed is null ? block + 1 : block + 2);
        }

        return found;

        void Collect(UsageCounter? counter, long block)
        {
            if (counter is not null)
            {
                found.AddRange(
                    counter.Counts.Where(entry => filter.Matches(entry.Key)).Select(entry => new PendingCount(entry.Key, entry.Value, block)));
            }
        }
    }

    /// <summary>The last use of a key among what is pending; null when there is none.</summary>
    internal LastUse? LastUseOf(long keyRow) => LastUsesOf([keyRow]).GetValueOrDefault(keyRow);

    /// <summary>The last uses of those of the keys that were used of late.</summary>
    internal Dictionary<long, LastUse?> LastUsesOf(IEnumerable<long> keyRows)
    {
        lock (_gate)
        {
            recorder.DrainInto(_open);

            UsageCounter?[] counters = [_open.Counter, _closed?.Counter, _gathered, _rollUp?.Counter];
            return keyRows.ToDictionary(row => row, row => counters.Select(counter => counter?.LastUseOf(row)).MaxBy(use => use?.At));
        }
    }

    private EventBatch? TakeOpen()
    {
        recorder.DrainInto(_open);
        if (_open.IsEmpty)
        {
            return null;
        }

        var taken = _open;
        taken.Close();
        (_open, _spare) = (_spare ?? new(_settings.MaxPendingEvents, _settings.MaxPendingCounts), null);
        return taken;
    }
}
