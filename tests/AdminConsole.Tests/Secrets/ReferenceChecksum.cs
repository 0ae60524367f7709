using System.Numerics;

namespace AdminConsole.Tests.Secrets;

/// <summary>The checksum by its definition: the remainder of a polynomial division, bit by bit, written in base 62.</summary>
internal static class ReferenceChecksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static bool IsRight(string secret) => secret.Length == 58 && secret[52..] == Of(secret[..52]);

    public static string Of(string text)
    {
        var crc = new BigInteger(Crc(text));
        var digits = string.Empty;
        for (var i = 0; i < 6; i++)
        {
            digits = Digits[(int)(crc % 62)] + digits;
            crc /= 62;
        }

        return digits;
    }

    public static uint Crc(string text)
    {
        var crc = 0xffffffffu;
        foreach (var bit in text.SelectMany(character => Enumerable.Range(0, 8).Select(place => (uint)(character >> place) & 1)))
        {
            crc = ((crc ^ bit) & 1) == 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
        }

        return crc ^ 0xffffffffu;
    }
}
