using System.Collections.Concurrent;
using System.Text.Json;
using AdminConsole.Keys;

namespace AdminConsole.Usage;

/// <summary>A set of scopes as one text, the same for the same set: a sorted JSON array, since a scope that is asked for may hold any character.</summary>
internal static class ScopeSet
{
    /// <summary>Longer sets are not kept apart.</summary>
    public const int MaxLength = 2000;

    /// <summary>Texts remembered at most.</summary>
    private const int MaxRemembered = 10_000;

    // Most questions ask for one scope out of few, and writing JSON costs more than all else that is noted of them.
    private static readonly ConcurrentDictionary<string, string> TextsOfOne = new(StringComparer.Ordinal);

    public static string ToText(IReadOnlyList<string> scopes) => scopes.Count switch
    {
        0 => "",
        1 => ToText(scopes[0]),
        _ => Write(scopes),
    };

    private static string ToText(string scope)
    {
        if (TextsOfOne.TryGetValue(scope, out var known))
        {
            return known;
        }

        // Callers can ask for anything: neither long texts nor any number of them are remembered.
        var text = Write([scope]);
        return scope.Length <= ApiKey.ScopeMaxLength && TextsOfOne.Count < MaxRemembered ? TextsOfOne.GetOrAdd(scope, text) : text;
    }

    private static string Write(IReadOnlyList<string> scopes)
    {
        var text = JsonSerializer.Serialize(scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return text.Length <= MaxLength ? text : UsageTuple.Other;
    }

    /// <summary>The scopes of a text; none when they were not kept apart.</summary>
    public static IReadOnlyList<string> Parse(string text) =>
        text is "" or UsageTuple.Other ? [] : JsonSerializer.Deserialize<string[]>(text) ?? [];
}
