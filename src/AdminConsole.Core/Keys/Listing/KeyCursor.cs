using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>
/// Where a page begins: the sort value and the row of the key it begins behind. Opaque to callers, and only good for the
/// sort it was made for. Paging by key instead of by offset keeps page 1,000 as fast as page 1.
/// </summary>
/// <param name="Backwards">The page lies before that key, not behind it.</param>
internal sealed record KeyCursor(KeySort Sort, bool Descending, string? Text, long? Moment, long Row, bool Backwards)
{
    private const int MaxLength = 1500;

    // The years 1 and 9999, which is all that a moment can hold.
    private const long MinMoment = -62_135_596_800_000;
    private const long MaxMoment = 253_402_300_799_999;

    public static KeyCursor At(KeySummary key, KeyQuery query, bool backwards) => new(
        query.Sort,
        query.Descending,
        query.Sort is KeySort.Name ? key.Name : null,
        Value(key, query.Sort)?.ToUnixTimeMilliseconds(),
        key.Row,
        backwards);

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>The cursor, or null when the text is none for this query.</summary>
    public static KeyCursor? Parse(string text, KeyQuery query)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var cursor = JsonSerializer.Deserialize<KeyCursor>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
            return cursor is not null && cursor.Fits(query) ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Fits(KeyQuery query) =>
        Sort == query.Sort
        && Descending == query.Descending
        && (Sort is KeySort.Name) == Text is not null
        && Moment is null or >= MinMoment and <= MaxMoment;

    private static DateTimeOffset? Value(KeySummary key, KeySort sort) => sort switch
    {
        KeySort.Updated => key.UpdatedAt,
        KeySort.Expires => key.ExpiresAt,
        KeySort.LastUsed => key.LastUsedAt,
        _ => null,
    };
}
