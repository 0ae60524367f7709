using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>Counts by dimensions, and the last use of each key. Not for several threads at once.</summary>
/// <param name="maxCounts">Beyond so many, new ones go to an overflow count of their key: memory stays bounded, and no count is lost.</param>
internal sealed class UsageCounter(int maxCounts = int.MaxValue)
{
    private readonly Dictionary<UsageDimensions, UsageCount> _counts = [];
    private readonly Dictionary<long, LastUse> _lastUses = [];

    public int Count => _counts.Count;

    public IReadOnlyDictionary<UsageDimensions, UsageCount> Counts => _counts;

    /// <summary>When and from where each key was last accepted.</summary>
    public IReadOnlyCollection<LastUse> LastUses => _lastUses.Values;

    public LastUse? LastUseOf(long keyRow) => _lastUses.TryGetValue(keyRow, out var use) ? use : null;

    /// <summary>Adds to the count, and tells the dimensions that it was counted by.</summary>
    public UsageDimensions Add(UsageDimensions dimensions, UsageCount count)
    {
        var kept = Count < maxCounts || _counts.ContainsKey(dimensions) ? dimensions : dimensions.Overflow();
        _counts[kept] = _counts.GetValueOrDefault(kept).Plus(count);
        if (kept.Code == DecisionCode.Valid && kept.KeyRow != UsageEvent.NoKey && count.LastSeen > LastUseOf(kept.KeyRow).GetValueOrDefault().At)
        {
            _lastUses[kept.KeyRow] = new(kept.KeyRow, count.LastSeen, kept.Address is "" or UsageDimensions.Other ? null : kept.Address);
        }

        return kept;
    }

    public void Add(UsageCounter other)
    {
        foreach (var (dimensions, count) in other._counts)
        {
            Add(dimensions, count);
        }
    }

    public void Clear()
    {
        _counts.Clear();
        _lastUses.Clear();
    }
}
