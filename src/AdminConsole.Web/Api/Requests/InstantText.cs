using System.Globalization;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Instants as RFC 3339 writes them, with their offset.</summary>
internal static class InstantText
{
    private const int OffsetLength = 6;

    public static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > OffsetLength && text.Contains('T', StringComparison.Ordinal) && text[^OffsetLength] is '+' or '-');

    /// <summary>Reads the text of a query. A plus sign that was not escaped arrives as a space, and is meant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var meant = text.Replace(' ', '+');
        return DateTimeOffset.TryParse(meant, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            && HasOffset(meant)
            && meant.Contains('T', StringComparison.Ordinal);
    }
}
