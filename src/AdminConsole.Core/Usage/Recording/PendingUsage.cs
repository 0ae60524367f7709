using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>A count that may not be in the database yet: it is there once its row counts through the block.</summary>
internal readonly record struct PendingCount(UsageTuple Tuple, UsageCount Count, long Block);

/// <summary>
/// What is on its way into the daily tuples: the batch being filled, the one being written as a block, the counts of written
/// blocks, and those being rolled up. Each part knows which block it belongs to.
/// </summary>
public sealed class PendingUsage(UsageRecorder recorder, IOptions<UsageSettings> settings)
{
    private readonly Lock _gate = new();
    private readonly UsageSettings _settings = settings.Value;
    private UsageBatch _open = new(settings.Value.MaxPendingEvents, settings.Value.MaxPendingTuples);
    private UsageBatch? _closed;
    private UsageBatch? _spare;
    private UsageTally _gathered = new();
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
                return _gathered.Count > _settings.MaxGatheredTuples / 2;
            }
        }
    }

    /// <summary>Events and tuples held in memory.</summary>
    internal (int Events, int Tuples) Held
    {
        get
        {
            var (events, tuples) = recorder.Held;
            lock (_gate)
            {
                return (
                    events + _open.Events.Count + (_closed?.Events.Count ?? 0),
                    tuples + _open.Overflow.Count + (_closed?.Overflow.Count ?? 0) + _gathered.Count + (_rollUp?.Tally.Count ?? 0));
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
    internal (long Block, UsageBatch Batch)? Close()
    {
        lock (_gate)
        {
            // When counts cannot be rolled up either, they stay where memory is bounded.
            if (_lastBlock is not { } last || (_closed is null && _gathered.Count >= _settings.MaxGatheredTuples))
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
            Collect(_rollUp?.Tally, _rollUp?.Through ?? 0);
            Collect(_gathered, block);
            Collect(_closed?.Tally, block + 1);
            Collect(_open.Tally, _closed is null ? block + 1 : block + 2);
        }

        return found;

        void Collect(UsageTally? tally, long block)
        {
            if (tally is not null)
            {
                found.AddRange(
                    tally.Counts.Where(entry => filter.Matches(entry.Key)).Select(entry => new PendingCount(entry.Key, entry.Value, block)));
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

            UsageTally?[] tallies = [_open.Tally, _closed?.Tally, _gathered, _rollUp?.Tally];
            return keyRows.ToDictionary(row => row, row => tallies.Select(tally => tally?.LastUseOf(row)).MaxBy(use => use?.At));
        }
    }

    private UsageBatch? TakeOpen()
    {
        recorder.DrainInto(_open);
        if (_open.IsEmpty)
        {
            return null;
        }

        var taken = _open;
        taken.Close();
        (_open, _spare) = (_spare ?? new(_settings.MaxPendingEvents, _settings.MaxPendingTuples), null);
        return taken;
    }
}
