using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AdminConsole.Secrets;

namespace AdminConsole.Keys;

/// <summary>
/// Seals a key's row: an HMAC, under a key derived from the pepper, over all that decides. Whoever can write the database but not read the pepper
/// cannot widen a policy, move a secret's hash to another key or take a revocation back unnoticed.
/// </summary>
public sealed class KeySealer(PepperRing peppers)
{
    // A start checks the seal of every key: neither memory nor hash is made anew for each.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly ThreadHmacs _hmacs = new(peppers.Ids, peppers.SealingKey);

    internal byte[] SealOf(StoredKey key)
    {
        var seal = new byte[HMACSHA256.HashSizeInBytes];
        Seal(key, seal);
        return seal;
    }

    internal bool IsIntact(StoredKey key)
    {
        if (!peppers.Ids.Contains(key.SecretHash.PepperId))
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Seal(key, seal);
        return CryptographicOperations.FixedTimeEquals(seal, key.Seal);
    }

    private void Seal(StoredKey key, Span<byte> seal)
    {
        var buffer = _buffer ??= new(512);
        buffer.ResetWrittenCount();
        Write(buffer, key);
        _hmacs.Hash(key.SecretHash.PepperId, buffer.WrittenSpan, seal);
    }

    // The order is part of the seal: a new field goes to the end, and needs every row sealed anew.
    private static void Write(ArrayBufferWriter<byte> buffer, StoredKey key)
    {
        Write(buffer, key.Id.Value);
        Write(buffer, key.OrganizationId.Value);
        Write(buffer, (long)key.Kind);
        Write(buffer, key.Name);
        Write(buffer, key.OwnerId?.Value ?? Guid.Empty);
        Write(buffer, key.Version);
        Write(buffer, key.Enabled ? 1 : 0);
        Write(buffer, key.RevokedAt);
        Write(buffer, key.StartsAt);
        Write(buffer, key.ExpiresAt);
        Write(buffer, key.Limits.MaxVerificationsPerIpPerHour ?? 0);
        Write(buffer, key.Limits.MaxHitsPerQuery ?? 0);
        Write(buffer, key.Limits.QueryParameters);
        Write(buffer, key.Claims);
        buffer.Write(key.SecretHash.ToArray());
        Write(buffer, key.Scopes);
        Write(buffer, key.AllowedCidrs);
        Write(buffer, key.BlockedCidrs);
        Write(buffer, key.Resources);
        Write(buffer, key.Referrers);
        Write(buffer, key.ProjectIds.Count);
        foreach (var project in key.ProjectIds)
        {
            Write(buffer, project.Value);
        }
    }

    private static void Write(ArrayBufferWriter<byte> buffer, IReadOnlyList<string> texts)
    {
        Write(buffer, texts.Count);
        foreach (var text in texts)
        {
            Write(buffer, text);
        }
    }

    // Each text with its length before it, so that no two rows are written alike; none is not the same as empty.
    private static void Write(ArrayBufferWriter<byte> buffer, string? text)
    {
        if (text is null)
        {
            Write(buffer, -1);
            return;
        }

        Write(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void Write(ArrayBufferWriter<byte> buffer, DateTimeOffset? moment) =>
        Write(buffer, moment?.ToUnixTimeMilliseconds() ?? long.MinValue);

    private static void Write(ArrayBufferWriter<byte> buffer, Guid id)
    {
        id.TryWriteBytes(buffer.GetSpan(16));
        buffer.Advance(16);
    }

    private static void Write(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }
}
