using System.Buffers;
using System.Security.Cryptography;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Keys.Sealing;

/// <summary>
/// Seals a key's row: an HMAC, under a key derived from the pepper, over all that decides, with that content behind it. Whoever can write the
/// database but not read the pepper cannot widen a policy, move a secret's hash to another key or take a revocation back unnoticed.
/// </summary>
public sealed class KeySealer(PepperRing peppers)
{
    private const int MacSize = HMACSHA256.HashSizeInBytes;

    // Every change, and every start, seals or checks keys: neither memory nor hash is made anew for each.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly ThreadHmacs _hmacs = new(peppers.Ids, peppers.SealingKey);

    internal void Seal(ApiKey key) => key.SealWith(SealOf(StoredKey.Of(key)));

    internal byte[] SealOf(StoredKey key)
    {
        var content = ContentOf(key);
        Span<byte> mac = stackalloc byte[MacSize];
        _hmacs.Hash(key.SecretHash.PepperId, content, mac);
        return [.. mac, .. content];
    }

    /// <summary>Whether the row is as the console wrote it.</summary>
    internal bool IsIntact(StoredKey key) =>
        Open(key.Seal, key.SecretHash) is { } content && content.Span.SequenceEqual(ContentOf(key));

    /// <summary>What was sealed, for this secret; null when the console did not write it so. The row beside it may say something else.</summary>
    internal ReadOnlyMemory<byte>? Open(ReadOnlyMemory<byte> seal, SecretHash hash)
    {
        if (seal.Length < MacSize + SecretHash.Size || !peppers.Ids.Contains(hash.PepperId))
        {
            return null;
        }

        var content = seal[MacSize..];
        Span<byte> mac = stackalloc byte[MacSize];
        _hmacs.Hash(hash.PepperId, content.Span, mac);
        return CryptographicOperations.FixedTimeEquals(mac, seal.Span[..MacSize])
            && hash == new SecretHash(content.Span[..SecretHash.Size], hash.PepperId)
            ? content
            : null;
    }

    private static ReadOnlySpan<byte> ContentOf(StoredKey key)
    {
        var buffer = _buffer ??= new(512);
        buffer.ResetWrittenCount();
        SealedContent.Write(buffer, key);
        return buffer.WrittenSpan;
    }
}
