namespace AdminConsole.Core.Usage;

/// <summary>Values that repeat within a block: written once, and named by their place. Place 0 is “none”.</summary>
internal sealed class BlockTable<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _places = new(comparer);

    /// <summary>In the order of their places, from 1.</summary>
    public List<T> Values { get; } = [];

    public int Place(T value)
    {
        if (!_places.TryGetValue(value, out var place))
        {
            Values.Add(value);
            place = Values.Count;
            _places.Add(value, place);
        }

        return place;
    }

    public void Clear()
    {
        _places.Clear();
        Values.Clear();
    }
}
