using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Core.Text;

/// <summary>
/// The id of one kind of thing, so that a project's id cannot be passed where a key's is meant. UUIDv7 (RFC 9562), so
/// that newer sorts after older; shown as prefix and 32 hexadecimal digits.
/// </summary>
[JsonConverter(typeof(IdJsonConverter))]
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Id<Project>.New(now) reads as what it does.")]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>
    where T : IIdentified
{
    public static Id<T> New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static Id<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"Not an id of the form {T.IdPrefix}….");

    /// <summary>Takes the shown form and any form of a UUID.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var digits = s is not null && s.StartsWith(T.IdPrefix, StringComparison.Ordinal) ? s.AsSpan(T.IdPrefix.Length) : s;
        var parsed = Guid.TryParse(digits, provider, out var value);
        result = new(value);
        return parsed;
    }

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => $"{T.IdPrefix}{Value:n}";

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}

/// <summary>In JSON an id is the string that people see.</summary>
public sealed class IdJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Id<T>>
        where T : IIdentified
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Id<T>.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException($"Not an id of the form {T.IdPrefix}….");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
