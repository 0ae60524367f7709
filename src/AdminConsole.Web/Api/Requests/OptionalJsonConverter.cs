using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Core.Results;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Tells a member that is left out from one that is null: only the latter reaches a converter.</summary>
internal sealed class OptionalJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = typeToConvert.GetGenericArguments()[0];
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(value), options.GetConverter(value))!;
    }

    // The value's own converter, not a nested call of the serializer: that would report faults without the member they are in.
    private sealed class Converter<T>(JsonConverter<T> inner) : JsonConverter<Optional<T?>>
    {
        public override bool HandleNull => true;

        public override Optional<T?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType is JsonTokenType.Null ? default : inner.Read(ref reader, typeof(T), options));

        public override void Write(Utf8JsonWriter writer, Optional<T?> value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
