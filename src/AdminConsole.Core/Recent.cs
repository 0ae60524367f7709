namespace AdminConsole.Core;

/// <summary>
/// Values made from keys that come again and again. Each key has one place, which it takes over from whichever was there: bounded, without a lock,
/// and right whatever threads do at once. A value may be made more than once.
/// </summary>
internal sealed class Recent<TKey, TValue>(Func<TKey, TValue> make, IEqualityComparer<TKey>? comparer = null)
{
    private const int Places = 4096;

    private readonly IEqualityComparer<TKey> _comparer = comparer ?? EqualityComparer<TKey>.Default;
    private readonly Entry?[] _entries = new Entry?[Places];

    public TValue Of(TKey key)
    {
        ref var entry = ref _entries[(uint)_comparer.GetHashCode(key!) % Places];
        if (entry is { } known && _comparer.Equals(known.Key, key))
        {
            return known.Value;
        }

        var value = make(key);
        entry = new(key, value);
        return value;
    }

    private sealed record Entry(TKey Key, TValue Value);
}
