using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// What is stored of a secret: 32 bytes of HMAC-SHA-256, and the id of the pepper they were made with. Compared in constant time and by the
/// bytes alone; usable as the key of a dictionary, since nobody without the pepper can aim at a hash code.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SecretHash : IEquatable<SecretHash>
{
    /// <summary>In bytes.</summary>
    public const int Size = 32;

    private readonly Digest _digest;

    /// <param name="digest">Exactly <see cref="Size"/> bytes.</param>
    /// <param name="pepperId">The pepper they were made with.</param>
    public SecretHash(ReadOnlySpan<byte> digest, int pepperId)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, Size, nameof(digest));
        digest.CopyTo(_digest);
        PepperId = pepperId;
    }

    public int PepperId { get; }

    public static bool operator ==(SecretHash left, SecretHash right) => left.Equals(right);

    public static bool operator !=(SecretHash left, SecretHash right) => !left.Equals(right);

    /// <summary>A copy for the database. Not for a log, a URL or an audit entry.</summary>
    public byte[] ToArray() => ((ReadOnlySpan<byte>)_digest).ToArray();

    public bool Equals(SecretHash other) => CryptographicOperations.FixedTimeEquals(_digest, other._digest);

    public override bool Equals(object? obj) => obj is SecretHash other && Equals(other);

    // The bytes are as good as random: any four of them are a hash code.
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(_digest);

    /// <summary>Names the pepper and none of the bytes.</summary>
    public override string ToString() => $"hash under pepper {PepperId}";

    [InlineArray(Size)]
    private struct Digest
    {
        private byte _first;
    }
}
