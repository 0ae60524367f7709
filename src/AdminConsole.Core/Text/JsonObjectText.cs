using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Text;

/// <summary>JSON that people type and the console keeps as text.</summary>
public static class JsonObjectText
{
    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    // Letters stay letters: escaped, a text of another alphabet than ASCII is unreadable and up to six times as long. What shows
    // it as HTML encodes it there.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions PlainIndented = new(Plain) { WriteIndented = true };

    /// <summary>The same object without needless white space, or why it is none.</summary>
    public static Result<string> Canonical(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? JsonSerializer.Serialize(document.RootElement, Plain)
                : Refuse("This must be a JSON object, for example {\"plan\": \"pro\"}.");
        }
        catch (JsonException fault)
        {
            return Refuse(string.Create(CultureInfo.InvariantCulture,
                $"This is not valid JSON, see line {fault.LineNumber + 1}, character {fault.BytePositionInLine + 1}. "
                    + $"An example: {{\"plan\": \"pro\"}}."));
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate passes the parser and fails when it is first read.
            return Refuse("This holds half of a surrogate pair (\\ud800 to \\udfff). Write the whole character.");
        }
    }

    /// <summary>
    /// An object that <see cref="Canonical"/> gave, or none, after a merge patch (RFC 7396): its members are replaced, and removed by null; so are
    /// those of objects inside. A patch that is no object stands for itself, to be refused as what it is.
    /// </summary>
    public static string? Merge(string? canonical, string? patch)
    {
        if (patch is null || Canonical(patch) is not { Succeeded: true } members)
        {
            return patch;
        }

        var merged = JsonNode.Parse(canonical ?? "{}")!.AsObject();
        Merge(merged, JsonNode.Parse(members.Value)!.AsObject());
        return merged.ToJsonString(Plain);
    }

    /// <summary>An object that <see cref="Canonical"/> gave, laid out for reading.</summary>
    public static string Indented(string canonical)
    {
        using var document = JsonDocument.Parse(canonical, Strict);
        return JsonSerializer.Serialize(document.RootElement, PlainIndented);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject members:
                    Merge(ObjectIn(target, name), members);
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }
    }

    private static JsonObject ObjectIn(JsonObject target, string name)
    {
        if (target[name] is JsonObject members)
        {
            return members;
        }

        target[name] = new JsonObject();
        return target[name]!.AsObject();
    }

    private static Failure Refuse(string message) => new(FailureKind.Invalid, "json.object", message);
}
