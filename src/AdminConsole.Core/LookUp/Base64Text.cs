using System.Buffers;
using System.Text;

namespace AdminConsole.Core.LookUp;

/// <summary>What base64 in a text stands for, as far as it is text: of a Basic header, a mounted secret, an encoded command.</summary>
internal static class Base64Text
{
    // Nobody looks for less than an Algolia key.
    private const int MinDecoded = 32;
    private const int MinEncoded = (MinDecoded * GroupLength + GroupSize - 1) / GroupSize;
    private const int GroupLength = 4;
    private const int GroupSize = 3;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    /// <summary>The texts that stand in base64, of either alphabet, with space between them; null when there are none.</summary>
    public static string? Decode(string text)
    {
        var decoded = new StringBuilder();
        foreach (var (start, length) in UnmarkedSecrets.Runs(text, Characters))
        {
            if (length >= MinEncoded)
            {
                Append(decoded, text.AsSpan(start, length));
            }
        }

        return decoded.Length == 0 ? null : decoded.ToString();
    }

    // What stands before it may be of the same alphabet, as the n of an escaped line break is, and moves it by some characters.
    private static void Append(StringBuilder decoded, ReadOnlySpan<char> run)
    {
        var padded = new char[run.Length + GroupLength];
        run.CopyTo(padded);
        padded.AsSpan().Replace('-', '+');
        padded.AsSpan().Replace('_', '/');
        padded.AsSpan(run.Length).Fill('A');
        var bytes = new byte[padded.Length / GroupLength * GroupSize];
        for (var skipped = 0; skipped < GroupLength; skipped++)
        {
            var whole = (run.Length - skipped + GroupLength - 1) / GroupLength * GroupLength;
            if (Convert.TryFromBase64Chars(padded.AsSpan(skipped, whole), bytes, out var size))
            {
                AppendText(decoded, bytes.AsSpan(0, size));
            }
        }
    }

    /// <summary>The stretches that are text. Zeros are left out: text in UTF-16 has one in each character.</summary>
    private static void AppendText(StringBuilder decoded, ReadOnlySpan<byte> bytes)
    {
        var start = decoded.Length;
        foreach (var value in bytes)
        {
            if (value is (>= 0x20 and < 0x7f) or (byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1b)
            {
                decoded.Append((char)value);
            }
            else if (value != 0)
            {
                start = End(decoded, start);
            }
        }

        _ = End(decoded, start);
    }

    private static int End(StringBuilder decoded, int start)
    {
        decoded.Length = decoded.Length - start < MinDecoded ? start : decoded.Append(' ').Length;
        return decoded.Length;
    }
}
