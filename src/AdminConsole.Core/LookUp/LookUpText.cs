using AdminConsole.Core.Keys;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.LookUp;

/// <summary>
/// What a pasted text asks for: the secrets in it, the hint that it is, or the ids in it; none of them, when it holds nothing that could be looked
/// up.
/// </summary>
internal sealed record LookUpText(IReadOnlyList<string> Secrets, string? Hint, IReadOnlyList<Id<ApiKey>> KeyIds)
{
    private const int HintLength = 4;
    private const string Elisions = "….*•";

    public static LookUpText Read(string text)
    {
        var secrets = SecretScanner.Scan(text);
        if (secrets.Any(secret => SecretFormat.NameMarkedBy(secret.Reveal()) is not null))
        {
            return new([.. secrets.Select(secret => secret.Reveal())], null, []);
        }

        // A word without a mark may be an id, as UUIDs have the form of Algolia's secrets: both are tried.
        var word = text.Trim();
        return secrets.Count == 0 && IsHint(word)
            ? new([], word[^HintLength..], [])
            : new([.. secrets.Select(secret => secret.Reveal())], null, KeyIdText.In(word, SecretScanner.MaxFound));
    }

    // A record would print the secrets.
    public override string ToString() => nameof(LookUpText);

    /// <summary>Four characters, alone or behind what stands for the rest: <c>…3f9a</c>, <c>akc_live_…3f9a</c>, <c>****3f9a</c>.</summary>
    private static bool IsHint(string word) =>
        word.Length >= HintLength
        && !word.Any(char.IsWhiteSpace)
        && word[^HintLength..].All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
        && (word.Length == HintLength || Elisions.Contains(word[^(HintLength + 1)], StringComparison.Ordinal));
}
