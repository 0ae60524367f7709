using System.Runtime.InteropServices;

namespace AdminConsole.Usage;

/// <summary>Counts by tuple. Not for several threads at once.</summary>
/// <param name="maxTuples">Beyond so many, new tuples are folded into one a key: memory stays bounded, and no count is lost.</param>
internal sealed class UsageTally(int maxTuples = int.MaxValue)
{
    private readonly Dictionary<UsageTuple, UsageCount> _counts = [];

    public int Count => _counts.Count;

    public IReadOnlyDictionary<UsageTuple, UsageCount> Counts => _counts;

    /// <summary>Adds to the tuple, and tells which one it was counted by.</summary>
    public UsageTuple Add(UsageTuple tuple, UsageCount count)
    {
        var kept = _counts.Count < maxTuples || _counts.ContainsKey(tuple) ? tuple : tuple.Folded();
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, kept, out _);
        sum = sum.Plus(count);
        return kept;
    }

    public void Add(UsageTally other)
    {
        foreach (var (tuple, count) in other._counts)
        {
            Add(tuple, count);
        }
    }
}
