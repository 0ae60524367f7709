using System.Buffers;
using System.Text;

namespace AdminConsole.Core.LookUp;

/// <summary>Text without its line breaks, and without what programs put around them: indentation, quotes, backslashes, marks of quotation.</summary>
internal static class WrappedText
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u000b\u000c\u0085\u2028\u2029");

    /// <summary>
    /// The lines as one, then each end of a line with the beginning of the next one as a word of its own; null when there is one line only.
    /// </summary>
    public static string? Join(string text)
    {
        if (!text.AsSpan().ContainsAny(LineBreaks))
        {
            return null;
        }

        var joined = new StringBuilder(text.Length);
        var seams = new StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var word = LengthOf(text.AsSpan(start), isWord: true);
            var gap = LengthOf(text.AsSpan(start + word), isWord: false);
            joined.Append(text, start, word);
            if (text.AsSpan(start + word, gap).ContainsAny(LineBreaks))
            {
                var next = LengthOf(text.AsSpan(start + word + gap), isWord: true);
                seams.Append(' ').Append(text, start, word).Append(text, start + word + gap, next);
            }
            else
            {
                joined.Append(text, start + word, gap);
            }

            start += word + gap;
        }

        return joined.Append(seams).ToString();
    }

    private static int LengthOf(ReadOnlySpan<char> text, bool isWord)
    {
        var length = 0;
        while (length < text.Length && IsWord(text[length]) == isWord)
        {
            length++;
        }

        return length;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';
}
