using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Keys;

/// <summary>
/// A key as one canonical JSON document: members in the order of declaration, no white space, defaults left out. The key's row and its policy
/// versions hold these bytes, and the seal covers them.
/// </summary>
internal static class KeyDocument
{
    private static readonly JsonTypeInfo<KeySnapshot> Json = (JsonTypeInfo<KeySnapshot>)new JsonSerializerOptions(KeyDocumentJson.Default.Options)
    {
        TypeInfoResolver = KeyDocumentJson.Default.WithAddedModifier(LeaveOutDefaults),
    }.GetTypeInfo(typeof(KeySnapshot));

    public static string Write(KeySnapshot key) => JsonSerializer.Serialize(key, Json);

    /// <exception cref="JsonException">It is no document of a key, or a later version's.</exception>
    public static KeySnapshot Read(string document) => JsonSerializer.Deserialize(document, Json) ?? throw NoContent();

    /// <inheritdoc cref="Read(string)"/>
    public static KeySnapshot Read(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, Json) ?? throw NoContent();

    /// <summary>The settings in a document that may have been changed behind the console: of one that cannot be read, the name alone.</summary>
    public static KeySettings SettingsIn(string document, string name)
    {
        try
        {
            return Read(document).Settings;
        }
        catch (JsonException)
        {
            return new() { Name = name };
        }
    }

    private static JsonException NoContent() => new("A key's document without content.");

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (_, value) => value switch
            {
                null or "" => false,
                ICollection list => list.Count > 0,
                KeyLimits limits => limits != KeyLimits.None,
                bool enabled => !enabled,
                _ => true,
            };
        }
    }

    /// <summary>Milliseconds and UTC: the precision of the columns, and one text for one moment.</summary>
    internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(KeyDiff.Text(value));
    }
}
