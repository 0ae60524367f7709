using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Changes one value or member of a JSON body. What JSON cannot say is put in as text, in the place of a mark.</summary>
internal static class JsonChanges
{
    private const string Mark = "@@here@@";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    private static readonly IReadOnlyList<string> Values =
    [
        "null", "true", "false", "0", "-1", "-0", "1.5", "1e2", "1e999", "-1e-999", "2147483648", "-2147483649", "9223372036854775808", "0.1e1",
        "1E400", new('9', 400), "NaN", "Infinity", "01", "+1", ".5", "0x10", "1_000", "undefined",
        "''", "'a'", "\"\"", "\" \"", "\"a\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFFFF\"", "\"\\u202Eabc\"", "\"\\u200B\"",
        "\"\\u0007\"", "\"\\u2028\"", "\"a\nb\"", "\"\\x\"", "\"\\u12\"", "\"",
        "\"🔑\"", "\"\\ud83d\\udd11\"", "\"e\\u0301\"", "\"%00\"", "\"' OR 1=1 --\"", "\"<script>\"", "\"*\"", "\"**\"", "\"a*b*c\"",
        "\"10.0.0.0/8\"", "\"10.0.0.0/33\"", "\"::/0\"", "\"0.0.0.0/0\"", "\"::ffff:1.2.3.4/96\"", "\"999.1.1.1\"", "\"fe80::1%eth0\"", "\"1\"",
        "\"2026-02-30T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59Z\"",
        "\"0001-01-01T00:00:00Z\"", "\"2026-03-01\"", "\"2027-01-01T00:00:00\"", "\"2027-01-01T24:00:00Z\"", "\"2016-12-31T23:59:60Z\"",
        "\"management\"", "\"managed\"", "\"live\"", "\"SERVICE\"", "\"1,2\"", "\"keys:read\"", "\"user_\"", "\"org_1\"",
        "\"key_00000000000000000000000000000000\"", "\"00000000-0000-0000-0000-000000000000\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[\"\"]", "[\"a\",\"a\"]", "[\"A\",\"a\"]", "[1]", "[1,]", "{\"a\":}", "{\"\":1}", "{\"a\":1,\"a\":2}",
        "{\"__proto__\":{}}", "{a:1}", "[1 2]", "/* */ 1", "1 // x", "", ":", ",", "}", "]",
        $"\"{new string('x', 256)}\"", $"\"{new string('x', 1001)}\"", $"\"{string.Concat(Enumerable.Repeat("🔑", 500))}\"",
        $"\"{new string('y', 20_000)}\"", $"\"{new string('z', 70_000)}\"",
        Nested('[', ']', 14), Nested('[', ']', 17), Nested('[', ']', 3000), NestedObjects(12), NestedObjects(20),
        $"[{string.Join(',', Enumerable.Range(0, 120).Select(number => $"\"s{number}:read\""))}]",
        $"[{string.Join(',', Enumerable.Range(0, 300).Select(number => $"\"10.{number}.0.0/16\""))}]",
        $"{{{string.Join(',', Enumerable.Range(0, 1200).Select(number => $"\"m{number}\":{number}"))}}}",
        $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]", "{\"secret\":\"x\"}", "{\"claims\":{\"\\ud800\":1}}", "{\"\\u0000\":\"\\u0000\"}",
    ];

    private static readonly IReadOnlyList<string> Names =
    [
        "", "name", "Name", "NAME ", "unheard", "__proto__", "constructor", "$ref", "$type", "id", "version", "status", "secret", "n\\u0061me",
        "\\ud800", "\\u0000", "🔑", new('n', 300), "scopes", "kind", "revoked", "a.b", "a/b", "a~b",
    ];

    public static void Change(Draft draft, Dice dice)
    {
        try
        {
            draft.Body = draft.Body is null ? null : Changed(draft.Body, dice);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Another change came first: there is no JSON left to hold on to.
        }
    }

    private static byte[] Changed(byte[] body, Dice dice)
    {
        var root = JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false }) ?? Mark;
        var value = dice.Pick(Values);
        var text = Place(root, dice, out var name).ToJsonString(Options);
        var replacement = dice.Below(4) switch
        {
            0 => $"{value},\"{dice.Pick(Names)}\":{dice.Pick(Values)}",
            1 => $"{value},\"{name}\":{dice.Pick(Values)}",
            _ => value,
        };
        return Encoding.UTF8.GetBytes(text.Replace($"\"{Mark}\"", replacement, StringComparison.Ordinal));
    }

    /// <summary>Puts the mark somewhere, or takes something away.</summary>
    private static JsonNode Place(JsonNode root, Dice dice, out string name)
    {
        name = "";
        var places = Containers(root).SelectMany(Places).ToList();
        if (places.Count == 0 || dice.Chance(0.03))
        {
            return Mark;
        }

        var (container, key) = dice.Pick(places);
        if (container is JsonObject members)
        {
            name = (string)key;
            ChangeMember(members, name, dice);
        }
        else if (container is JsonArray entries)
        {
            entries[(int)key] = Mark;
        }

        return root;
    }

    private static void ChangeMember(JsonObject members, string name, Dice dice)
    {
        switch (dice.Below(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members.Remove(name);
                members[name + "x"] = Mark;
                break;
            default:
                members[name] = Mark;
                break;
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node) => node switch
    {
        JsonObject members => [members, .. members.Where(member => member.Value is not null).SelectMany(member => Containers(member.Value!))],
        JsonArray entries => [entries, .. entries.OfType<JsonNode>().SelectMany(Containers)],
        _ => [],
    };

    private static IEnumerable<(JsonNode Container, object Key)> Places(JsonNode container) => container switch
    {
        JsonObject members => members.Select(member => (container, (object)member.Key)),
        _ => ((JsonArray)container).Select((_, index) => (container, (object)index)),
    };

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);

    private static string NestedObjects(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
