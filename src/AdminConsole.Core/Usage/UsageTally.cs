using System.Runtime.InteropServices;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Usage;

/// <summary>Counts by tuple. Not for several threads at once.</summary>
/// <param name="maxTuples">Beyond so many, new tuples are folded into one a key: memory stays bounded, and no count is lost.</param>
internal sealed class UsageTally(int maxTuples = int.MaxValue)
{
    /// <summary>Room is given up when less than this share of it was needed.</summary>
    private const int ShareOfRoom = 4;

    // By key, and what nearly every key has beside it: to count a use among a million keys' waits for memory, and does so once.
    private Dictionary<long, KeyTally> _keys = [];

    public int Count { get; private set; }

    public IEnumerable<KeyValuePair<UsageTuple, UsageCount>> Counts => In(_keys.Values);

    /// <summary>The same of these keys alone.</summary>
    public IEnumerable<KeyValuePair<UsageTuple, UsageCount>> CountsOf(IEnumerable<long> keyRows) =>
        In(keyRows.Where(_keys.ContainsKey).Select(row => _keys[row]));

    /// <summary>The same in the order of the keys' rows.</summary>
    public IEnumerable<KeyValuePair<UsageTuple, UsageCount>> OrderedCounts => In(Ordered());

    /// <summary>When and from where each key was last accepted, in the order of the keys' rows.</summary>
    public IEnumerable<LastUse> OrderedLastUses => Ordered().Select(key => key.LastUse()).OfType<LastUse>();

    public LastUse? LastUseOf(long keyRow) => _keys.TryGetValue(keyRow, out var key) ? key.LastUse() : null;

    /// <summary>Adds to the tuple, and tells which one it was counted by.</summary>
    public UsageTuple Add(UsageTuple tuple, UsageCount count)
    {
        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, tuple.KeyRow, out _);
        var kept = Count < maxTuples || key.Has(tuple) ? tuple : tuple.Folded();
        Count += key.Add(kept, count) ? 1 : 0;
        return kept;
    }

    public void Add(UsageTally other)
    {
        foreach (var (tuple, count) in other.Counts)
        {
            Add(tuple, count);
        }
    }

    /// <summary>Empties it. Its room stays for what comes next, unless most of it was not needed.</summary>
    public void Clear()
    {
        if (_keys.Count < _keys.Capacity / ShareOfRoom)
        {
            _keys = [];
        }

        _keys.Clear();
        Count = 0;
    }

    private static IEnumerable<KeyValuePair<UsageTuple, UsageCount>> In(IEnumerable<KeyTally> keys)
    {
        foreach (var key in keys)
        {
            yield return key.First;
            foreach (var other in key.Others)
            {
                yield return other;
            }
        }
    }

    private IEnumerable<KeyTally> Ordered()
    {
        long[] rows = [.. _keys.Keys];
        Array.Sort(rows);
        return rows.Select(row => _keys[row]);
    }

    /// <summary>The tuples of one key: mostly one.</summary>
    private struct KeyTally
    {
        private static readonly Dictionary<UsageTuple, UsageCount> None = [];

        private UsageTuple _first;
        private UsageCount _count;
        private Dictionary<UsageTuple, UsageCount>? _others;

        public readonly KeyValuePair<UsageTuple, UsageCount> First => new(_first, _count);

        public readonly Dictionary<UsageTuple, UsageCount> Others => _others ?? None;

        public readonly bool Has(in UsageTuple tuple) => _first == tuple || Others.ContainsKey(tuple);

        /// <summary>Whether the tuple is new.</summary>
        public bool Add(in UsageTuple tuple, UsageCount count)
        {
            if (_first == tuple || _count.Count == 0)
            {
                var isNew = _count.Count == 0;
                (_first, _count) = (tuple, _count.Plus(count));
                return isNew;
            }

            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_others ??= [], tuple, out var isKnown);
            sum = sum.Plus(count);
            return !isKnown;
        }

        public readonly LastUse? LastUse()
        {
            var last = Later(null, First);
            foreach (var other in Others)
            {
                last = Later(last, other);
            }

            return last;
        }

        private static LastUse? Later(LastUse? last, KeyValuePair<UsageTuple, UsageCount> counted)
        {
            var (tuple, count) = counted;
            return tuple.Code == DecisionCode.Valid && tuple.KeyRow != UsageEvent.NoKey && count.LastSeen > (last?.At ?? DateTimeOffset.MinValue)
                ? new(tuple.KeyRow, count.LastSeen, tuple.Address is "" or UsageTuple.Other ? null : tuple.Address)
                : last;
        }
    }
}
