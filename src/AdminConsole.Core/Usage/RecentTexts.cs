namespace AdminConsole.Usage;

/// <summary>
/// Texts of values that come again and again. Each value has one place, which it takes over from whichever was there: bounded, without a lock,
/// and right whatever threads do at once.
/// </summary>
internal sealed class RecentTexts<T>(Func<T, string> textOf)
    where T : IEquatable<T>
{
    private const int Places = 4096;

    private readonly Entry?[] _entries = new Entry?[Places];

    public string Of(T value)
    {
        ref var entry = ref _entries[(uint)value.GetHashCode() % Places];
        if (entry is { } known && known.Value.Equals(value))
        {
            return known.Text;
        }

        var text = textOf(value);
        entry = new(value, text);
        return text;
    }

    private sealed record Entry(T Value, string Text);
}
