namespace AdminConsole.Core.Text;

/// <summary>Lists are the same when they hold the same texts in the same order.</summary>
internal sealed class SameTexts : IEqualityComparer<IReadOnlyList<string>>
{
    public static readonly SameTexts Comparer = new();

    public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y, StringComparer.Ordinal));

    public int GetHashCode(IReadOnlyList<string> obj)
    {
        HashCode hash = default;
        for (var i = 0; i < obj.Count; i++)
        {
            hash.Add(obj[i]);
        }

        return hash.ToHashCode();
    }
}
