using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>The random text of the vendors' secrets, in their alphabets and lengths.</summary>
internal static class VendorSecrets
{
    // Crockford's, in lower case: without i, l, o and u.
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private const string ClerkPrefix = "ak_";
    private const int ClerkLength = 43;
    private const int NirvanaBytes = 32;
    private const int AlgoliaLength = 32;
    private const int StackLength = 45;

    private static readonly SearchValues<char> ClerkCharacters = SearchValues.Create(Base62.Alphabet);

    /// <summary>Clerk's software takes whatever begins with <c>ak_</c> for a key.</summary>
    public static string Clerk() => ClerkPrefix + RandomNumberGenerator.GetString(Base62.Alphabet, ClerkLength);

    public static bool IsClerk(ReadOnlySpan<char> text) =>
        text.Length == ClerkPrefix.Length + ClerkLength
        && text.StartsWith(ClerkPrefix, StringComparison.Ordinal)
        && !text[ClerkPrefix.Length..].ContainsAnyExcept(ClerkCharacters);

    public static string Nirvana() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NirvanaBytes));

    public static string Algolia() => RandomNumberGenerator.GetHexString(AlgoliaLength, lowercase: true);

    /// <summary>The part of Stack's secret that is random.</summary>
    public static string StackRandom() => RandomNumberGenerator.GetString(Base32, StackLength);
}
