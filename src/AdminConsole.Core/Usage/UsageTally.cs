using System.Runtime.InteropServices;
using AdminConsole.Policies;

namespace AdminConsole.Usage;

/// <summary>Counts by tuple. Not for several threads at once.</summary>
/// <param name="maxTuples">Beyond so many, new tuples are folded into one a key: memory stays bounded, and no count is lost.</param>
internal sealed class UsageTally(int maxTuples = int.MaxValue)
{
    private readonly Dictionary<UsageTuple, UsageCount> _counts = [];

    // Found without a look at all tuples: lists of keys ask for it.
    private readonly Dictionary<long, LastUse> _lastUses = [];

    public int Count => _counts.Count;

    public IReadOnlyDictionary<UsageTuple, UsageCount> Counts => _counts;

    /// <summary>When and from where each key was last accepted.</summary>
    public IReadOnlyCollection<LastUse> LastUses => _lastUses.Values;

    public LastUse? LastUseOf(long keyRow) => _lastUses.TryGetValue(keyRow, out var use) ? use : null;

    /// <summary>Adds to the tuple, and tells which one it was counted by.</summary>
    public UsageTuple Add(UsageTuple tuple, UsageCount count)
    {
        var kept = _counts.Count < maxTuples || _counts.ContainsKey(tuple) ? tuple : tuple.Folded();
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, kept, out _);
        sum = sum.Plus(count);
        Use(tuple, count.LastSeen);
        return kept;
    }

    public void Add(UsageTally other)
    {
        foreach (var (tuple, count) in other._counts)
        {
            Add(tuple, count);
        }
    }

    public void Clear()
    {
        _counts.Clear();
        _lastUses.Clear();
    }

    private void Use(UsageTuple tuple, DateTimeOffset at)
    {
        if (tuple.Code == DecisionCode.Valid && tuple.KeyRow != UsageEvent.NoKey)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastUses, tuple.KeyRow, out var known);
            last = known && last.At >= at ? last : new(tuple.KeyRow, at, tuple.Address is "" or UsageTuple.Other ? null : tuple.Address);
        }
    }
}
