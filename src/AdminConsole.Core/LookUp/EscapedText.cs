using System.Globalization;
using System.Net;
using System.Text;

namespace AdminConsole.Core.LookUp;

/// <summary>
/// Text without its escapes: percent-encoding, the backslashes of JSON, shells and program text, HTML entities, the colours of terminals, and
/// characters that nobody sees. One layer of them.
/// </summary>
internal static class EscapedText
{
    private const int MaxEntityLength = 10;
    private const char Escape = '\u001b';

    /// <summary>The text that is meant; null when nothing is escaped.</summary>
    public static string? Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var (length, character) = At(text.AsSpan(start));
            start += length;
            if (character is { } meant)
            {
                decoded.Append(meant);
            }
        }

        return decoded.Length == text.Length ? null : decoded.ToString();
    }

    /// <summary>How many characters at the beginning stand for which one; for none, where it is null.</summary>
    private static (int Length, char? Meant) At(ReadOnlySpan<char> rest) => rest switch
    {
        ['%', 'u', ..] => Code(rest, 2, 4),
        ['%', ..] => Code(rest, 1, 2),
        ['=', '3', 'D', ..] => (3, '='),
        ['\\', var kind, ..] => Backslash(rest, kind),
        ['&', ..] => Entity(rest),
        [Escape or '\u009b' or '[' or '^', ..] => TerminalText.LengthOfSequence(rest) is var length and > 0 ? (length, null) : (1, rest[0]),
        [var character, ..] => (1, IsUnseen(character) ? null : character),
        [] => (0, null),
    };

    private static (int Length, char? Meant) Backslash(ReadOnlySpan<char> rest, char kind) => kind switch
    {
        'u' when rest is [_, _, '{', ..] && rest.IndexOf('}') is > 3 and < 10 and var end => Code(rest, 3, end - 3, 1),
        'u' => Code(rest, 2, 4),
        'U' => Code(rest, 2, 8),
        'x' => Code(rest, 2, 2),
        >= '0' and <= '7' => Octal(rest),
        'n' => (2, '\n'),
        'r' => (2, '\r'),
        't' or 'b' or 'f' or 'v' or 'a' => (2, ' '),
        'e' => (2, Escape),
        '\n' or '\r' => (1, null),
        _ when char.IsAsciiLetterOrDigit(kind) => (1, '\\'),
        _ => (2, kind),
    };

    private static (int Length, char? Meant) Code(ReadOnlySpan<char> rest, int prefix, int digits, int suffix = 0)
    {
        if (rest.Length < prefix + digits
            || !uint.TryParse(rest.Slice(prefix, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return (1, rest[0]);
        }

        return (prefix + digits + suffix, code <= char.MaxValue ? (char)code : '\ufffd');
    }

    private static (int Length, char? Meant) Octal(ReadOnlySpan<char> rest)
    {
        var (length, code) = (1, 0);
        while (length < Math.Min(4, rest.Length) && rest[length] is >= '0' and <= '7')
        {
            code = code * 8 + rest[length++] - '0';
        }

        return (length, (char)code);
    }

    private static (int Length, char? Meant) Entity(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, MaxEntityLength)].IndexOf(';');
        return end > 0 && WebUtility.HtmlDecode(rest[..(end + 1)].ToString()) is [var meant] ? (end + 1, meant) : (1, '&');
    }

    private static bool IsUnseen(char character) => char.IsAscii(character)
        ? char.IsControl(character) && character is not ('\n' or '\r' or '\t')
        : char.GetUnicodeCategory(character) is UnicodeCategory.Format;
}
