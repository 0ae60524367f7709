using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>The random text of the vendors' secrets, in their alphabets and lengths.</summary>
internal static class VendorSecrets
{
    // Crockford's, in lower case: without i, l, o and u.
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    public const int ClerkLength = 46;

    private const string ClerkPrefix = "ak_";
    private const int IdLength = 32;
    private const int NirvanaBytes = 32;
    private const int NirvanaLength = 43;
    private const int AlgoliaLength = 32;
    private const int StackLength = 45;

    // The last of 43 characters holds the last four of 256 bits, and two of zero.
    private const string NirvanaEnds = "AEIMQUYcgkosw048";

    private static readonly SearchValues<char> ClerkCharacters = SearchValues.Create(Base62.Alphabet);
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Clerk's software takes whatever begins with <c>ak_</c> for a key.</summary>
    public static string Clerk() => ClerkPrefix + RandomNumberGenerator.GetString(Base62.Alphabet, ClerkLength - ClerkPrefix.Length);

    /// <summary>Also in the midst of a text: an id of a key begins as a secret does, and has 32 hexadecimal digits.</summary>
    public static bool IsClerk(ReadOnlySpan<char> text) =>
        text.Length == ClerkLength
        && text.StartsWith(ClerkPrefix, StringComparison.Ordinal)
        && !text[ClerkPrefix.Length..].ContainsAnyExcept(ClerkCharacters)
        && text.Slice(ClerkPrefix.Length, IdLength).ContainsAnyExcept(HexDigits);

    public static string Nirvana() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NirvanaBytes));

    /// <param name="word">Of the characters of base64url.</param>
    public static bool MayBeNirvana(ReadOnlySpan<char> word) =>
        word.Length == NirvanaLength && NirvanaEnds.Contains(word[^1], StringComparison.Ordinal);

    public static string Algolia() => RandomNumberGenerator.GetHexString(AlgoliaLength, lowercase: true);

    public static bool MayBeAlgolia(ReadOnlySpan<char> word) => word.Length == AlgoliaLength && !word.ContainsAnyExcept(HexDigits);

    /// <summary>The part of Stack's secret that is random.</summary>
    public static string StackRandom() => RandomNumberGenerator.GetString(Base32, StackLength);
}
