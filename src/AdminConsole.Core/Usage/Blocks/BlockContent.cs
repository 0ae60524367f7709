using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage.Blocks;

/// <summary>A batch as the content of a block: JSON, compressed.</summary>
internal static partial class BlockContent
{
    public static byte[] Write(EventBatch batch)
    {
        using var bytes = new MemoryStream();
        using (var json = new ZLibStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(json, new(batch.Events, batch.Overflow.Counts), BlockJson.Default.Content);
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, or of a later version.</exception>
    public static EventBatch Read(byte[] bytes)
    {
        try
        {
            using var json = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var content = JsonSerializer.Deserialize(json, BlockJson.Default.Content) ?? throw new JsonException();
            return new(content.Events, content.Overflow);
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException("A usage block cannot be read.", damaged);
        }
    }

    private sealed record Content(IEnumerable<UsageEvent> Events, IEnumerable<KeyValuePair<UsageDimensions, UsageCount>> Overflow);

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Strict,
        UseStringEnumConverter = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = [typeof(AddressConverter)])]
    [JsonSerializable(typeof(Content))]
    private sealed partial class BlockJson : JsonSerializerContext;

    private sealed class AddressConverter : JsonConverter<ClientAddress>
    {
        public override ClientAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ClientAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, ClientAddress value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
