using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>JSON for people: indented, letters of every script as they are. Characters that would hide or reorder text stay escaped.</summary>
internal static class ReadableJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(string json) => JsonSerializer.Serialize(JsonElement.Parse(json), Indented);
}
