using System.Text.Json;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>
/// A set of scopes as one text, the same for the same set: a sorted JSON array, since a scope that is asked for may hold any character.
/// </summary>
internal static class ScopeSet
{
    /// <summary>Longer sets are not kept apart.</summary>
    public const int MaxLength = 2000;

    public static string ToText(IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return "";
        }

        var text = JsonSerializer.Serialize(scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return text.Length <= MaxLength ? text : UsageDimensions.Other;
    }

    /// <summary>The scopes of a text; none when they were not kept apart.</summary>
    public static IReadOnlyList<string> Parse(string text) =>
        text is "" or UsageDimensions.Other ? [] : JsonSerializer.Deserialize<string[]>(text) ?? [];
}
