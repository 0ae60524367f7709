using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.LookUp;

/// <summary>
/// Finds the secrets in pasted text: logs, JSON, <c>.env</c> files, headers. Those with a mark of their own are found whatever touches them; those
/// without as whole words. Each text is read as it stands, without its escapes, without its line breaks, and as base64.
/// </summary>
public static class SecretScanner
{
    /// <summary>The most different secrets that one scan returns: more than the longest text holds.</summary>
    public const int MaxFound = 10_000;

    /// <summary>Each secret once, those with a mark first.</summary>
    public static IReadOnlyList<KeySecret> Scan(string text)
    {
        var marked = new Dictionary<string, KeySecret>(StringComparer.Ordinal);
        var words = new Dictionary<string, KeySecret>(StringComparer.Ordinal);
        foreach (var reading in TextReadings.Of(text))
        {
            Add(marked, MarkedSecrets.In(reading));
            Add(words, UnmarkedSecrets.In(reading));
        }

        // The part of a wrapped secret that stands on one line may look like a word of its own.
        return [.. marked.Values.Concat(words.Values.Where(word => !marked.Keys.Any(secret => IsPart(word, secret)))).Take(MaxFound)];
    }

    private static void Add(Dictionary<string, KeySecret> known, IEnumerable<KeySecret> found)
    {
        foreach (var secret in found)
        {
            if (known.Count == MaxFound)
            {
                return;
            }

            _ = known.TryAdd(secret.Reveal(), secret);
        }
    }

    private static bool IsPart(KeySecret word, string secret) => secret.Contains(word.Reveal(), StringComparison.Ordinal);
}
