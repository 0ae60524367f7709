using System.Text.Json;
using AdminConsole.Core.Keys;

namespace AdminConsole.Core.Usage;

/// <summary>A set of scopes as one text, the same for the same set: a sorted JSON array, since a scope that is asked for may hold any character.</summary>
internal static class ScopeSet
{
    /// <summary>Longer sets are not kept apart.</summary>
    public const int MaxLength = 2000;

    // Most questions ask for one scope out of few, and writing JSON costs more than all else that is noted of them.
    private static readonly Recent<string, string> TextsOfOne = new(scope => Write([scope]), StringComparer.Ordinal);

    public static string ToText(IReadOnlyList<string> scopes) => scopes.Count switch
    {
        0 => "",
        1 when scopes[0].Length <= ApiKey.ScopeMaxLength => TextsOfOne.Of(scopes[0]),
        _ => Write(scopes),
    };

    private static string Write(IReadOnlyList<string> scopes)
    {
        var text = JsonSerializer.Serialize(scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return text.Length <= MaxLength ? text : UsageTuple.Other;
    }

    /// <summary>The scopes of a text; none when they were not kept apart.</summary>
    public static IReadOnlyList<string> Parse(string text) =>
        text is "" or UsageTuple.Other ? [] : JsonSerializer.Deserialize<string[]>(text) ?? [];
}
