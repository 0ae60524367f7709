using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Web.Api;

/// <summary>Instants with their offset alone (RFC 3339): without one, the parser would take the time for that of the server's zone.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    private const int ShortestOffset = 6;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && HasOffset(reader.GetString()!)
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > ShortestOffset && text.Contains('T', StringComparison.Ordinal) && text[^ShortestOffset] is '+' or '-');
}
