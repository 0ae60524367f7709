namespace AdminConsole.Secrets;

/// <summary>
/// Finds native secrets in pasted text: logs, JSON, <c>.env</c> files. The same as <c>\bakc_(?:live|test|mgmt)_[0-9A-Za-z]{49}\b</c> with the
/// checksum on top, in one pass whatever the text.
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
        for (var at = Next(text, 0); at >= 0 && found.Count < MaxFound; at = Next(text, at + NativeFormat.Product.Length))
        {
            if (SecretAt(text, at) is { } secret && seen.Add(secret))
            {
                found.Add(KeySecret.FromNative(secret));
            }
        }

        return found;
    }

    private static int Next(string text, int from) => text.IndexOf(NativeFormat.Product, from, StringComparison.Ordinal);

    private static string? SecretAt(string text, int at)
    {
        var end = at + NativeFormat.Length;
        var standsAlone = end <= text.Length && !(at > 0 && IsWord(text[at - 1])) && !(end < text.Length && IsWord(text[end]));
        return standsAlone && KeySecret.IsNative(text.AsSpan(at, NativeFormat.Length)) ? text[at..end] : null;
    }

    private static bool IsWord(char character) => character == '_' || char.IsLetterOrDigit(character);
}
