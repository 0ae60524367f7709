using System.Buffers;
using System.Text.Json;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Writes answers. Of the one that allows, what is the key's alone is written once and kept with it; the rest is kept once for all keys like it.</summary>
internal static class VerifyAnswers
{
    private static readonly SharedBytes Shared = new();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The answer as JSON. The memory is the thread's: use it before anything is awaited.</summary>
    public static ReadOnlyMemory<byte> Write(VerificationAnswer answer)
    {
        // What a key answers when it allows is the same each time, but for the age of a key that expires soon.
        if (answer is not { Key: { } key, Decision.Allowed: true })
        {
            return WriteAnew(answer).Json;
        }

        if (key.Prepared is { } prepared && prepared.MaxAgeSeconds == answer.MaxAgeSeconds)
        {
            return Whole(prepared);
        }

        var (json, ofKey) = WriteAnew(answer);
        key.Prepared = Prepare(answer.MaxAgeSeconds, json.Span, ofKey);
        return json;
    }

    private static PreparedAnswer Prepare(int maxAgeSeconds, ReadOnlySpan<byte> json, Range ofKey) =>
        new(maxAgeSeconds, Shared.Of(json[..ofKey.Start]), json[ofKey].ToArray(), Shared.Of(json[ofKey.End..]));

    private static ReadOnlyMemory<byte> Whole(PreparedAnswer prepared)
    {
        var buffer = EmptyBuffer();
        buffer.Write(prepared.Before);
        buffer.Write(prepared.OfKey);
        buffer.Write(prepared.After);
        return buffer.WrittenMemory;
    }

    private static (ReadOnlyMemory<byte> Json, Range OfKey) WriteAnew(VerificationAnswer answer)
    {
        var writer = Begin();
        var ofKey = Write(writer, answer);
        writer.Flush();
        return (_buffer!.WrittenMemory, ofKey);
    }

    /// <inheritdoc cref="Write(VerificationAnswer)"/>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<VerificationAnswer> answers)
    {
        var writer = Begin();
        writer.WriteStartObject();
        writer.WriteStartArray("results"u8);
        foreach (var answer in answers)
        {
            Write(writer, answer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return _buffer!.WrittenMemory;
    }

    private static Utf8JsonWriter Begin()
    {
        var buffer = EmptyBuffer();
        _writer ??= new(buffer);
        _writer.Reset(buffer);
        return _writer;
    }

    private static ArrayBufferWriter<byte> EmptyBuffer()
    {
        _buffer ??= new(1024);
        _buffer.ResetWrittenCount();
        return _buffer;
    }

    /// <summary>Tells which part of what was written is the key's alone.</summary>
    private static Range Write(Utf8JsonWriter writer, VerificationAnswer answer)
    {
        var decision = answer.Decision;
        writer.WriteStartObject();
        writer.WriteString("code"u8, decision.Code.ToWire());
        writer.WriteBoolean("valid"u8, decision.Allowed);
        writer.WriteString("rule"u8, decision.Rule);
        if (decision.PolicyVersion is { } version)
        {
            writer.WriteNumber("policyVersion"u8, version);
        }
        else
        {
            writer.WriteNull("policyVersion"u8);
        }

        writer.WriteStartArray("missingScopes"u8);
        foreach (var scope in decision.MissingScopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("key"u8);
        var ofKey = WriteKey(writer, answer.Key);
        writer.WriteNumber("maxAgeSeconds"u8, answer.MaxAgeSeconds);
        writer.WriteEndObject();
        return ofKey;
    }

    private static Range WriteKey(Utf8JsonWriter writer, VerifiableKey? key)
    {
        if (key is null)
        {
            writer.WriteNullValue();
            return default;
        }

        writer.WriteStartObject();
        var start = Position(writer);
        writer.WriteString("id"u8, key.Id.ToString());
        writer.WriteString("name"u8, key.Name);
        WriteExpiry(writer, key.Policy.ExpiresAt);
        writer.WritePropertyName("owner"u8);
        WriteOwner(writer, key.Owner);
        writer.WritePropertyName("claims"u8);
        writer.WriteRawValue(key.Claims ?? "null");
        var end = Position(writer);
        writer.WriteStartArray("scopes"u8);
        foreach (var scope in key.Policy.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        WriteLimits(writer, key.Policy.Limits);
        writer.WriteEndObject();
        return start..end;
    }

    private static int Position(Utf8JsonWriter writer) => (int)(writer.BytesCommitted + writer.BytesPending);

    private static void WriteExpiry(Utf8JsonWriter writer, DateTimeOffset? expiry)
    {
        if (expiry is { } instant)
        {
            writer.WriteString("expiresAt"u8, instant);
        }
        else
        {
            writer.WriteNull("expiresAt"u8);
        }
    }

    private static void WriteOwner(Utf8JsonWriter writer, VerifiedOwner? owner)
    {
        if (owner is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id"u8, owner.Id.ToString());
        writer.WriteString("kind"u8, owner.Kind.ToString().ToLowerInvariant());
        writer.WriteString("externalId"u8, owner.ExternalId);
        writer.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter writer, KeyLimits limits)
    {
        writer.WriteStartObject("limits"u8);
        WriteNumber(writer, "maxVerificationsPerIpPerHour", limits.MaxVerificationsPerIpPerHour);
        WriteNumber(writer, "maxHitsPerQuery", limits.MaxHitsPerQuery);
        writer.WriteString("queryParameters"u8, limits.QueryParameters);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
