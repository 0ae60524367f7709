using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>Ids of keys as people come across them.</summary>
internal static class KeyIdText
{
    /// <summary>What may stand around an id in a text.</summary>
    private const string Punctuation = "\"'`()[]{}<>,;:.!?=";

    // Ours; Clerk's and Algolia's, today and before; Stack's documents.
    private static readonly string[] Prefixes = [ApiKey.IdPrefix, "ak_", "api_key_", "uak_"];

    /// <summary>Takes a UUID, with dashes or without, alone or behind a prefix that the console or a vendor writes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Id<ApiKey> id)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                text = text[prefix.Length..];
                break;
            }
        }

        var parsed = Guid.TryParseExact(text, "n", out var value) || Guid.TryParseExact(text, "d", out value);
        id = new(value);
        return parsed;
    }

    /// <summary>Each id in the text once, in the order of first appearance.</summary>
    public static IReadOnlyList<Id<ApiKey>> In(string text, int max)
    {
        List<Id<ApiKey>> found = [];
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryParse(word.AsSpan().Trim(Punctuation), out var id))
            {
                found.Add(id);
            }
        }

        return [.. found.Distinct().Take(max)];
    }
}
