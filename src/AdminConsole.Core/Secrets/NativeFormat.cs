using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// <c>akc_live_</c> + 43 base62 characters (256 bits) + 6 of checksum. The checksum covers the prefix too, so that a test key edited into a live one
/// is refused without a look-up.
/// </summary>
internal static class NativeFormat
{
    /// <summary>Ours alone: whatever begins so is a native secret or a broken one.</summary>
    public const string Product = "akc_";

    public const int Length = PrefixLength + BodyLength + ChecksumLength;

    private const int PrefixLength = 9;
    private const int BodyLength = 43;
    private const int ChecksumLength = 6;

    /// <summary>A new secret.</summary>
    public static string Write(SecretEnvironment environment) => string.Create(Length, PrefixOf(environment), static (text, prefix) =>
    {
        prefix.CopyTo(text);
        RandomNumberGenerator.GetItems(Base62.Alphabet, text.Slice(PrefixLength, BodyLength));
        Base62.Write(Crc32.Of(text[..^ChecksumLength]), text[^ChecksumLength..]);
    });

    /// <summary>The prefix without its last underscore: <c>akc_live</c>.</summary>
    public static string NameOf(SecretEnvironment environment) => PrefixOf(environment)[..^1];

    private static string PrefixOf(SecretEnvironment environment) => environment switch
    {
        SecretEnvironment.Live => "akc_live_",
        SecretEnvironment.Test => "akc_test_",
        SecretEnvironment.Management => "akc_mgmt_",
        _ => throw new ArgumentOutOfRangeException(nameof(environment)),
    };

    public static bool Matches(ReadOnlySpan<char> text) =>
        text.Length == Length && HasPrefix(text) && Base62.IsDigits(text[PrefixLength..]) && HasChecksum(text);

    /// <summary>Whether a secret begins somewhere in the text: a prefix in upper or lower case, with a character of the secret behind it.</summary>
    public static bool BeginsIn(ReadOnlySpan<char> text)
    {
        for (var start = text.IndexOf(Product, StringComparison.OrdinalIgnoreCase); start >= 0;)
        {
            var rest = text[start..];
            if (rest.Length > PrefixLength && HasPrefixInAnyCase(rest) && char.IsAsciiLetterOrDigit(rest[PrefixLength]))
            {
                return true;
            }

            var next = rest[1..].IndexOf(Product, StringComparison.OrdinalIgnoreCase);
            start = next < 0 ? next : start + 1 + next;
        }

        return false;
    }

    private static bool HasPrefixInAnyCase(ReadOnlySpan<char> text)
    {
        Span<char> prefix = stackalloc char[PrefixLength];
        _ = text[..PrefixLength].ToLowerInvariant(prefix);
        return HasPrefix(prefix);
    }

    private static bool HasPrefix(ReadOnlySpan<char> text) =>
        text[..PrefixLength] is "akc_live_" or "akc_test_" or "akc_mgmt_";

    private static bool HasChecksum(ReadOnlySpan<char> text)
    {
        Span<char> expected = stackalloc char[ChecksumLength];
        Base62.Write(Crc32.Of(text[..^ChecksumLength]), expected);
        return text.EndsWith(expected, StringComparison.Ordinal);
    }
}
