namespace AdminConsole.Core.Secrets;

/// <summary>
/// Tells texts that may hold a secret, or a dangerous part of one, from those that hold none: before a text goes where others read it. Nothing is
/// looked up, and a text too many is suspected rather than one too few.
/// </summary>
internal static class PossibleSecrets
{
    /// <summary>Nirvana's secrets have 43 characters and no mark. So many of them in a row leave too few to be guessed.</summary>
    private const int MinLength = 36;

    /// <summary>From here on, characters that look drawn at random are taken for the beginning of one.</summary>
    private const int MinRandomLength = 20;

    /// <summary>Algolia's have 32 hexadecimal digits.</summary>
    private const int MinHexLength = 20;

    /// <summary>Characters behind the first letters of Clerk's and Stack's.</summary>
    private const int MinMarkedLength = 16;

    // Of random letters and digits, six neighbours in ten are of different classes; in names it is hardly one.
    private const int LengthPerChange = 3;

    public static bool AreIn(ReadOnlySpan<char> text)
    {
        if (NativeFormat.BeginsIn(text))
        {
            return true;
        }

        for (var start = 0; start < text.Length;)
        {
            var length = LengthOfRun(text[start..]);
            if (length > 0 && MayBeSecret(text.Slice(start, length)))
            {
                return true;
            }

            start += length + 1;
        }

        return false;
    }

    private static bool MayBeSecret(ReadOnlySpan<char> run) =>
        LongestHex(run) >= MinHexLength
        || (run.Length >= MinLength && !Guid.TryParseExact(run, "d", out _))
        || (run.Length >= MinRandomLength && run.Length < MinLength && LooksRandom(run))
        || (run is ['a' or 's' or 'p', 'k', '_', .. var rest] && rest.Length >= MinMarkedLength && Base62.IsDigits(rest[..MinMarkedLength]));

    /// <summary>How many characters at the beginning are of base64url, which every alphabet of secrets is part of.</summary>
    private static int LengthOfRun(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '-'))
        {
            length++;
        }

        return length;
    }

    private static int LongestHex(ReadOnlySpan<char> run)
    {
        var (longest, length) = (0, 0);
        foreach (var character in run)
        {
            length = char.IsAsciiHexDigit(character) ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static bool LooksRandom(ReadOnlySpan<char> run)
    {
        var (changes, digits, last) = (0, 0, 0);
        foreach (var character in run)
        {
            var kind = char.IsAsciiDigit(character) ? 1 : char.IsAsciiLetterUpper(character) ? 2 : char.IsAsciiLetterLower(character) ? 3 : last;
            changes += last != 0 && kind != last ? 1 : 0;
            digits += kind == 1 ? 1 : 0;
            last = kind;
        }

        return digits > 0 && changes * LengthPerChange >= run.Length;
    }
}
