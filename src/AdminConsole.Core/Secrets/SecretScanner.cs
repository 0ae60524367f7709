namespace AdminConsole.Core.Secrets;

/// <summary>
/// Finds the secrets in pasted text (logs, JSON, <c>.env</c> files) that are marked as such: native ones, the same as
/// <c>\bakc_(?:live|test|mgmt)_[0-9A-Za-z]{49}\b</c> with the checksum on top, Stack's, which have a marker and a checksum, and Clerk's by their
/// beginning and length. Nirvana's and Algolia's look like any other text. In one pass, whatever the text.
/// </summary>
public static class SecretScanner
{
    /// <summary>The most different secrets that one scan returns; the text behind them is not read.</summary>
    public const int MaxFound = 1000;

    /// <summary>Each secret once, in the order of first appearance.</summary>
    public static IReadOnlyList<KeySecret> Scan(string text)
    {
        var found = new List<KeySecret>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var (start, end) = NextWord(text, 0); start < text.Length && found.Count < MaxFound; (start, end) = NextWord(text, end))
        {
            // Their alphabets hold no other characters: a secret that stands alone is a whole word.
            if (SecretFormat.NameMarkedBy(text.AsSpan(start, end - start)) is { } format && seen.Add(text[start..end]))
            {
                found.Add(new(text[start..end], format));
            }
        }

        return found;
    }

    private static (int Start, int End) NextWord(string text, int from)
    {
        var start = from;
        while (start < text.Length && !IsWord(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsWord(char character) => character == '_' || char.IsLetterOrDigit(character);
}
