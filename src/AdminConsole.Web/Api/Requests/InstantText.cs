using System.Globalization;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Instants as RFC 3339 writes them, with their offset.</summary>
internal static class InstantText
{
    private const int OffsetLength = 6;

    public static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > OffsetLength && text.Contains('T', StringComparison.Ordinal) && text[^OffsetLength] is '+' or '-');

    public const string MissingOffsetCode = "instant.offset";

    public const string MissingOffset = "The offset is missing. Write 2026-03-31T08:00:00Z, or 2026-03-31T10:00:00+02:00.";

    /// <summary>Whether the text is an instant but for its offset.</summary>
    public static bool LacksOffset(string text) =>
        text is [_, _, _, _, '-', ..] && !HasOffset(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Reads the text of a query. A plus sign that was not escaped arrives as a space, and is meant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var meant = text.Replace(' ', '+');
        return DateTimeOffset.TryParse(meant, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            && HasOffset(meant)
            && meant.Contains('T', StringComparison.Ordinal);
    }
}
