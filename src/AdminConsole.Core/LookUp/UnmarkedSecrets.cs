using System.Buffers;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;

namespace AdminConsole.Core.LookUp;

/// <summary>
/// The words that have the form of a secret without a mark: Algolia's, Nirvana's, and the keys that Algolia's clients derive. Only a look-up tells
/// whether they are secrets.
/// </summary>
internal static class UnmarkedSecrets
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static readonly SearchValues<char> Base64Characters = SearchValues.Create(Base64);

    public static IEnumerable<KeySecret> In(string text)
    {
        foreach (var (start, length) in Runs(text, WordCharacters))
        {
            if (SecretFormat.NameOfWord(text.AsSpan(start, length)) is { } format)
            {
                yield return new(text.Substring(start, length), format);
            }
        }

        foreach (var (start, length) in Runs(text, Base64Characters))
        {
            if (Secured(text.AsSpan(start, length)) is { } secured)
            {
                yield return new(secured, SecretFormat.Algolia.Name);
            }
        }
    }

    /// <summary>The maximal runs of the characters.</summary>
    public static IEnumerable<(int Start, int Length)> Runs(string text, SearchValues<char> characters)
    {
        for (var start = 0; start < text.Length;)
        {
            var skipped = text.AsSpan(start).IndexOfAny(characters);
            if (skipped < 0)
            {
                yield break;
            }

            start += skipped;
            var length = text.AsSpan(start).IndexOfAnyExcept(characters);
            length = length < 0 ? text.Length - start : length;
            yield return (start, length);
            start += length;
        }
    }

    /// <summary>The secured key at the end of the run. It begins with a signature, which tells it from what stands before it.</summary>
    private static string? Secured(ReadOnlySpan<char> run)
    {
        for (var start = Math.Max(0, run.Length - KeySecret.MaxSecuredLength); start < run.Length; start++)
        {
            if (SecuredKey.Begins(run[start..]) && Padded(run[start..]) is var text && SecuredKey.TryRead(text, out _))
            {
                return text;
            }
        }

        return null;
    }

    // What follows the run may be its padding in another writing, such as %3D.
    private static string Padded(ReadOnlySpan<char> run) => string.Concat(run, new string('=', -run.Length & 3));
}
