using System.Buffers;
using System.Security.Cryptography;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Keys.Sealing;

/// <summary>
/// Seals a key's row: an HMAC, under a key derived from the pepper, over its document and all else that decides. Whoever can write the database but
/// not read the pepper cannot widen a policy, move a secret's hash or a document to another key, or take a revocation back unnoticed.
/// </summary>
public sealed class KeySealer(PepperRing peppers)
{
    // Every change, and every start, seals or checks keys: neither memory nor hash is made anew for each.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly ThreadHmacs _hmacs = new(peppers.Ids, peppers.SealingKey);

    /// <summary>Ends a change: writes the document, and seals it.</summary>
    internal void Seal(ApiKey key)
    {
        key.WriteDocument();
        key.SealWith(SealOf(KeyRow.Of(key)));
    }

    internal byte[] SealOf(KeyRow row)
    {
        var buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        row.WriteContent(buffer);
        var seal = new byte[HMACSHA256.HashSizeInBytes];
        _hmacs.Hash(row.SecretHash.PepperId, buffer.WrittenSpan, seal);
        return seal;
    }

    /// <summary>Whether the row is as the console wrote it.</summary>
    internal bool IsIntact(KeyRow row) =>
        peppers.Ids.Contains(row.SecretHash.PepperId) && CryptographicOperations.FixedTimeEquals(row.Seal, SealOf(row));
}
