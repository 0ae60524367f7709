using System.Globalization;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// Stack's secret: <c>sk_</c> or <c>pk_</c>, 45 random characters, the key's id, its owner's kind, a flag, a marker for scanners and a checksum of
/// all that. Their software takes it apart, so every part has its place.
/// </summary>
internal static class StackFormat
{
    public const string User = "user";
    public const string Team = "team";
    public const int Length = 102;

    private const string Marker = "574ck4u7h";
    private const int ChecksumLength = 8;

    // Behind the prefix, the random characters and the id. Both kinds have four characters.
    private const int OwnerStart = 3 + 45 + 32;

    /// <param name="owner"><see cref="User"/> or <see cref="Team"/>.</param>
    /// <param name="isPublic">Made to be seen, as in a browser.</param>
    /// <param name="random">45 characters.</param>
    /// <param name="keyId">The key's.</param>
    public static string Write(string owner, bool isPublic, string random, Guid keyId)
    {
        // The flag's lowest bit stands for a server of one's own, as ours is one to Stack.
        var (prefix, flag) = isPublic ? ("pk_", '3') : ("sk_", '1');
        var text = $"{prefix}{random}{keyId:n}{owner}{flag}{Marker}";
        return text + Crc32.Of(text).ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the text claims to be one: it has the length, the beginning and the marker.</summary>
    public static bool IsMarked(ReadOnlySpan<char> text) =>
        text.Length == Length && text[..3] is "sk_" or "pk_" && text[..^ChecksumLength].EndsWith(Marker, StringComparison.Ordinal);

    /// <summary>The owner's kind in a text that is one.</summary>
    public static string OwnerIn(ReadOnlySpan<char> text) => text.Slice(OwnerStart, User.Length).ToString();

    public static bool HasChecksum(ReadOnlySpan<char> text)
    {
        Span<char> expected = stackalloc char[ChecksumLength];
        _ = Crc32.Of(text[..^ChecksumLength]).TryFormat(expected, out _, "x8", CultureInfo.InvariantCulture);
        return text.EndsWith(expected, StringComparison.Ordinal);
    }
}
