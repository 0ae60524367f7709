using System.Buffers.Text;
using System.Text;

namespace AdminConsole.Core.Results;

/// <summary>Which page of a list that is ordered by a text of its own, such as a name.</summary>
/// <param name="Cursor">From a page of the same list: <see cref="Page{T}.Next"/>.</param>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
public sealed record PageRequest(string? Cursor = null, int Limit = 50)
{
    public const int MaxLimit = 100;

    private const int CursorMaxLength = 1000;

    /// <summary>The text that the page begins behind; empty for the first.</summary>
    internal Result<string> Behind()
    {
        List<Failure> faults = [];
        if (Limit is < 1 or > MaxLimit)
        {
            faults.Add(PageFailures.Limit(MaxLimit));
        }

        if (Cursor is { } cursor && (cursor.Length > CursorMaxLength || !Base64Url.IsValid(cursor)))
        {
            faults.Add(PageFailures.Cursor);
        }

        return faults.Count > 0 ? faults : Cursor is null ? "" : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Cursor));
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the page after this one; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Pages
{
    /// <summary>Makes a page of what was read, which is one more than asked for when there is more.</summary>
    public static Page<T> ToPage<T>(this IReadOnlyList<T> read, int limit, Func<T, string> orderedBy) => read.Count > limit
        ? new([.. read.Take(limit)], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(orderedBy(read[limit - 1]))))
        : new(read, null);
}
