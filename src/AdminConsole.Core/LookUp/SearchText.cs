using AdminConsole.Core.Keys;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.LookUp;

public enum SearchTextKind
{
    /// <summary>Nothing of the others: may be searched for, and may stand in a URL.</summary>
    Plain,

    /// <summary>
    /// Holds a secret, or may hold one or a dangerous part of one. 32 hexadecimal digits alone are a key's id as well: the look-up tries both.
    /// </summary>
    Secret,

    /// <summary>The end of a secret as lists show it.</summary>
    Hint,

    /// <summary>A key's id in any form it is known by.</summary>
    KeyId,
}

/// <summary>
/// Tells what was typed or pasted into a search field. All but plain text belongs to <see cref="KeyLookUp"/>, and into no URL, title, log or history.
/// </summary>
public static class SearchText
{
    private const int HintLength = 4;
    private const int BareIdLength = 32;

    public static SearchTextKind KindOf(string? text)
    {
        var given = text.AsSpan().Trim();
        if (given.Length != BareIdLength && KeyIdText.TryParse(given, out _))
        {
            return SearchTextKind.KeyId;
        }

        return PossibleSecrets.AreIn(given) ? SearchTextKind.Secret : IsHint(given) ? SearchTextKind.Hint : SearchTextKind.Plain;
    }

    /// <summary>
    /// Four characters behind what stands for the rest: <c>…3f9a</c>, <c>akc_live_…3f9a</c>, <c>****3f9a</c>. Alone they are a word like others.
    /// </summary>
    private static bool IsHint(ReadOnlySpan<char> text)
    {
        if (text.Length <= HintLength || text.ContainsAny(' ', '\t', '\n'))
        {
            return false;
        }

        foreach (var character in text[^HintLength..])
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return text[..^HintLength] is [.., '…' or '*' or '•'] or [.., '.', '.'];
    }
}
