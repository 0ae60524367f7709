using System.Buffers;

namespace AdminConsole.Core.LookUp;

/// <summary>The sequences by which programs colour what they write to a terminal, also where a copy has lost the escape character.</summary>
internal static class TerminalText
{
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Parameters = SearchValues.Create("0123456789;:?");

    /// <summary>The length of the sequence at the beginning; 0 when there is none.</summary>
    public static int LengthOfSequence(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxLength)];
        return text switch
        {
            ['\u001b', '[', ..] => Control(text, 2),
            ['^', '[', '[', ..] => Control(text, 3),
            ['\u009b', ..] => Control(text, 1),
            ['\u001b', ']', ..] => Command(text),
            ['\u001b', ..] => 1,
            ['[', ..] => Control(text, 1) is var length and > 0 && text[length - 1] is 'm' or 'K' ? length : 0,
            _ => 0,
        };
    }

    private static int Control(ReadOnlySpan<char> text, int prefix)
    {
        var end = text[prefix..].IndexOfAnyExcept(Parameters);
        return end >= 0 && char.IsAsciiLetter(text[prefix + end]) ? prefix + end + 1 : 0;
    }

    // A link or a title, up to a bell or a string terminator.
    private static int Command(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\a');
        var other = text.IndexOf("\u001b\\", StringComparison.Ordinal);
        return end >= 0 && (other < 0 || end < other) ? end + 1 : other >= 0 ? other + 2 : 1;
    }
}
