using AdminConsole.Core.Keys;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;
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
        var marked = SecretScanner.Scan(text);
        if (marked.Count > 0)
        {
            return new([.. marked.Select(secret => secret.Reveal())], null, []);
        }

        var word = text.Trim();
        var ids = KeyIdText.In(word, SecretScanner.MaxFound);
        if (word.Any(char.IsWhiteSpace))
        {
            return new([], null, ids);
        }

        return IsHint(word) ? new([], word[^HintLength..], []) : new(MayBeSecret(word, ids) ? [word] : [], null, ids);
    }

    // A single word counts as a secret of Nirvana's or Algolia's, since nothing tells those from text otherwise. Algolia's may be a UUID as well.
    private static bool MayBeSecret(string word, IReadOnlyList<Id<ApiKey>> ids) => ids.Count > 0
        ? Guid.TryParseExact(word, "n", out _)
        : KeySecret.Check(word) is SecretCheck.Foreign or SecretCheck.WellFormed || SecuredKey.TryRead(word, out _);

    // A record would print the secrets.
    public override string ToString() => nameof(LookUpText);

    /// <summary>Four characters, alone or behind what stands for the rest: <c>…3f9a</c>, <c>akc_live_…3f9a</c>, <c>****3f9a</c>.</summary>
    private static bool IsHint(string word) =>
        word.Length >= HintLength
        && word[^HintLength..].All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
        && (word.Length == HintLength || Elisions.Contains(word[^(HintLength + 1)], StringComparison.Ordinal));
}
