using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>Counts by tuple, and the last use of each key. Not for several threads at once.</summary>
/// <param name="maxTuples">Beyond so many, new tuples are folded into one a key: memory stays bounded, and no count is lost.</param>
internal sealed class UsageTally(int maxTuples = int.MaxValue)
{
    private readonly Dictionary<UsageTuple, UsageCount> _counts = [];
    private readonly Dictionary<long, LastUse> _lastUses = [];

    public int Count => _counts.Count;

    public IReadOnlyDictionary<UsageTuple, UsageCount> Counts => _counts;

    /// <summary>When and from where each key was last accepted.</summary>
    public IReadOnlyCollection<LastUse> LastUses => _lastUses.Values;

    public LastUse? LastUseOf(long keyRow) => _lastUses.TryGetValue(keyRow, out var use) ? use : null;

    /// <summary>Adds to the tuple, and tells which one it was counted by.</summary>
    public UsageTuple Add(UsageTuple tuple, UsageCount count)
    {
        var kept = Count < maxTuples || _counts.ContainsKey(tuple) ? tuple : tuple.Folded();
        _counts[kept] = _counts.GetValueOrDefault(kept).Plus(count);
        if (kept.Code == DecisionCode.Valid && kept.KeyRow != UsageEvent.NoKey && count.LastSeen > LastUseOf(kept.KeyRow).GetValueOrDefault().At)
        {
            _lastUses[kept.KeyRow] = new(kept.KeyRow, count.LastSeen, kept.Address is "" or UsageTuple.Other ? null : kept.Address);
        }

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
}
