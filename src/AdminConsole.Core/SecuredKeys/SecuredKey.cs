using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// A key that an Algolia client derived from another one without asking: base64 of the lower-case hexadecimal HMAC-SHA-256 of a query string under
/// the parent's secret, with the query string behind it.
/// </summary>
internal sealed class SecuredKey
{
    public const int MaxQueryLength = KeySecret.MaxSecuredLength / EncodedGroup * DecodedGroup - HexLength;

    private const int SignatureSize = HMACSHA256.HashSizeInBytes;
    private const int HexLength = 2 * SignatureSize;
    private const int EncodedGroup = 4;
    private const int DecodedGroup = 3;
    private const int MinLength = (HexLength + DecodedGroup - 1) / DecodedGroup * EncodedGroup;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private readonly byte[] _signature;
    private readonly byte[] _query;

    private SecuredKey(byte[] signature, byte[] query) => (_signature, _query) = (signature, query);

    /// <summary>What the parent's holder signed, a character for each byte.</summary>
    public string Query => Encoding.Latin1.GetString(_query);

    /// <summary>Whether a signature stands at the beginning, as far as whole groups of base64 show it.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        Span<byte> decoded = stackalloc byte[HexLength - 1];
        return text.Length >= MinLength - DecodedGroup
            && Convert.TryFromBase64Chars(text[..(decoded.Length / DecodedGroup * EncodedGroup)], decoded, out _)
            && IsHex(decoded);
    }

    /// <summary>Whether the text has the form. Says nothing about who signed it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out SecuredKey? key)
    {
        key = null;
        if (text.Length is > KeySecret.MaxSecuredLength or < MinLength || text.Length % EncodedGroup != 0)
        {
            return false;
        }

        var decoded = new byte[text.Length / EncodedGroup * DecodedGroup];

        // Space between the characters is skipped by the decoder, and stands in no key.
        if (!Convert.TryFromBase64Chars(text, decoded, out var length)
            || length <= decoded.Length - DecodedGroup
            || !IsHex(decoded.AsSpan(0, HexLength)))
        {
            return false;
        }

        key = new(Convert.FromHexString(decoded.AsSpan(0, HexLength)), decoded[HexLength..length]);
        return true;
    }

    /// <summary>Whether it was derived from this key. Takes the same time however nearly it was.</summary>
    public bool IsSignedBy(HmacState parent)
    {
        Span<byte> signature = stackalloc byte[SignatureSize];
        parent.Sign(_query, signature);
        return CryptographicOperations.FixedTimeEquals(signature, _signature);
    }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => nameof(SecuredKey);

    private static bool IsHex(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(HexDigits);
}
