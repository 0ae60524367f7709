using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Instants with their offset alone (RFC 3339): without one, the parser would take the time for that of the server's zone.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            throw new JsonException();
        }

        return reader.TryGetDateTimeOffset(out var instant) && InstantText.HasOffset(reader.GetString()!) ? instant
            : InstantText.LacksOffset(reader.GetString()!) ? throw new MissingOffsetException()
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
