using System.Text.Json;
using System.Text.RegularExpressions;

namespace AdminConsole.Tests.Api.OpenApi;

/// <summary>
/// Compares JSON with a schema, as far as the document's schemas go. Stricter than JSON Schema in one thing: a member that is not described is a
/// fault.
/// </summary>
internal sealed class SchemaCheck(IReadOnlyDictionary<string, JsonElement> schemas)
{
    private const string References = "#/components/schemas/";

    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Faults(schemas[reference.GetString()![References.Length..]], value, at);
        }

        if (schema.TryGetProperty("anyOf", out var choices) || schema.TryGetProperty("oneOf", out choices))
        {
            var faults = choices.EnumerateArray().Select(choice => Faults(choice, value, at)).ToList();
            return faults.Exists(choice => choice.Count == 0) ? [] : [.. faults.SelectMany(choice => choice)];
        }

        return [.. OwnFaults(schema, value).Select(fault => $"{at}: {fault}"), .. ItemFaults(schema, value, at), .. MemberFaults(schema, value, at)];
    }

    private static IEnumerable<string> OwnFaults(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("type", out var types) && !Types(types).Any(type => IsOf(type, value)))
        {
            yield return $"{value.ValueKind} is none of {types}";
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => JsonElement.DeepEquals(name, value)))
        {
            yield return $"{value} is none of {names}";
        }

        foreach (var limit in schema.EnumerateObject().Where(limit => Measure(limit, value) is false))
        {
            yield return $"{value} breaks {limit}";
        }
    }

    private static IEnumerable<string> Types(JsonElement types) =>
        types.ValueKind is JsonValueKind.Array ? types.EnumerateArray().Select(type => type.GetString()!) : [types.GetString()!];

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => string.Equals(type, value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether the value keeps to a limit; null when it is none for such a value.</summary>
    private static bool? Measure(JsonProperty limit, JsonElement value) => (limit.Name, value.ValueKind) switch
    {
        ("minLength", JsonValueKind.String) => value.GetString()!.Length >= limit.Value.GetInt32(),
        ("maxLength", JsonValueKind.String) => value.GetString()!.Length <= limit.Value.GetInt32(),
        ("pattern", JsonValueKind.String) => Regex.IsMatch(value.GetString()!, limit.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
        ("format", JsonValueKind.String) when limit.Value.GetString() == "date-time" => value.TryGetDateTimeOffset(out _),
        ("minimum", JsonValueKind.Number) => value.GetInt64() >= limit.Value.GetInt64(),
        ("maximum", JsonValueKind.Number) => value.GetInt64() <= limit.Value.GetInt64(),
        ("minItems", JsonValueKind.Array) => value.GetArrayLength() >= limit.Value.GetInt32(),
        ("maxItems", JsonValueKind.Array) => value.GetArrayLength() <= limit.Value.GetInt32(),
        _ => null,
    };

    private IEnumerable<string> ItemFaults(JsonElement schema, JsonElement value, string at) =>
        value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((item, index) => Faults(items, item, $"{at}[{index}]"))
            : [];

    private IEnumerable<string> MemberFaults(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind is not JsonValueKind.Object || !schema.TryGetProperty("properties", out var members))
        {
            return [];
        }

        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _))
            : [];
        return
        [
            .. missing.Select(name => $"{at} lacks {name}"),
            .. value.EnumerateObject().SelectMany(member => members.TryGetProperty(member.Name, out var described)
                ? Faults(described, member.Value, $"{at}.{member.Name}")
                : [$"{at}.{member.Name} is not described"]),
        ];
    }
}
