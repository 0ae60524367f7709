using System.Text.Json;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>A parameter of a query string.</summary>
/// <param name="Text">As it is written there.</param>
internal sealed record QueryParameter(string Name, string Value, string Text)
{
    public static IReadOnlyList<QueryParameter> Split(string? query) =>
        [.. (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    public static string Join(IEnumerable<QueryParameter> parameters) => string.Join('&', parameters.Select(parameter => parameter.Text));

    /// <summary>A JSON array, or texts with commas between them: Algolia's clients write either. Nothing that is neither.</summary>
    public string[] Entries()
    {
        if (!Value.StartsWith('['))
        {
            return Value.Split(',', StringSplitOptions.TrimEntries);
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(Value) ?? [];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    // It may hold what it is about; its name is all that may be said.
    public override string ToString() => Name;

    private static QueryParameter Read(string text)
    {
        var parts = text.Split('=', 2);
        return new(Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "", text);
    }

    // Some clients write a space as +, and none a plus sign.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
