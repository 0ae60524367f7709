using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// What HMAC-SHA-256 needs of a key, and no more: the two states of SHA-256 after the key's block. Messages can be signed with it, and the key cannot
/// be had from it.
/// </summary>
internal sealed class HmacState
{
    /// <summary>Of the bytes that it is kept as.</summary>
    public const int Size = 2 * Words * sizeof(uint);

    private const int Words = Sha256Block.Words;
    private const int LengthSize = sizeof(ulong);
    private const byte InnerPad = 0x36;
    private const byte OuterPad = 0x5c;
    private const byte End = 0x80;

    private readonly uint[] _inner = new uint[Words];
    private readonly uint[] _outer = new uint[Words];

    private HmacState()
    {
    }

    /// <param name="secret">The key, as UTF-8.</param>
    public static HmacState Of(string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var state = Of(key);
        CryptographicOperations.ZeroMemory(key);
        return state;
    }

    public static HmacState Of(ReadOnlySpan<byte> key)
    {
        Span<byte> block = stackalloc byte[Sha256Block.Size];
        block.Clear();
        if (key.Length > block.Length)
        {
            SHA256.HashData(key, block);
        }
        else
        {
            key.CopyTo(block);
        }

        var state = new HmacState();
        Begin(state._inner, block, InnerPad);
        Begin(state._outer, block, OuterPad);
        CryptographicOperations.ZeroMemory(block);
        return state;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static HmacState Read(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size, nameof(bytes));
        var state = new HmacState();
        ReadWords(bytes[..(Size / 2)], state._inner);
        ReadWords(bytes[(Size / 2)..], state._outer);
        return state;
    }

    public void Write(Span<byte> destination)
    {
        WriteWords(_inner, destination);
        WriteWords(_outer, destination[(Size / 2)..]);
    }

    /// <summary>The HMAC of the message under the key: 32 bytes.</summary>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        Hash(_inner, message, signature);
        Hash(_outer, signature[..SHA256.HashSizeInBytes], signature);
    }

    private static void Begin(uint[] state, ReadOnlySpan<byte> key, byte pad)
    {
        Span<byte> padded = stackalloc byte[Sha256Block.Size];
        for (var i = 0; i < padded.Length; i++)
        {
            padded[i] = (byte)(key[i] ^ pad);
        }

        Sha256Block.Start.CopyTo(state);
        Sha256Block.Compress(state, padded);
        CryptographicOperations.ZeroMemory(padded);
    }

    /// <summary>The hash of the key's block and the message behind it.</summary>
    private static void Hash(ReadOnlySpan<uint> begun, ReadOnlySpan<byte> message, Span<byte> digest)
    {
        Span<uint> state = stackalloc uint[Words];
        begun.CopyTo(state);
        var rest = message;
        for (; rest.Length >= Sha256Block.Size; rest = rest[Sha256Block.Size..])
        {
            Sha256Block.Compress(state, rest[..Sha256Block.Size]);
        }

        // One block more when the end mark and the length do not fit behind what is left.
        Span<byte> tail = stackalloc byte[2 * Sha256Block.Size];
        tail.Clear();
        rest.CopyTo(tail);
        tail[rest.Length] = End;
        tail = tail[..(rest.Length + 1 + LengthSize <= Sha256Block.Size ? Sha256Block.Size : 2 * Sha256Block.Size)];
        BinaryPrimitives.WriteUInt64BigEndian(tail[^LengthSize..], (ulong)(Sha256Block.Size + message.Length) * 8);
        for (; !tail.IsEmpty; tail = tail[Sha256Block.Size..])
        {
            Sha256Block.Compress(state, tail[..Sha256Block.Size]);
        }

        WriteWords(state, digest);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(state));
    }

    private static void WriteWords(ReadOnlySpan<uint> words, Span<byte> destination)
    {
        for (var word = 0; word < words.Length; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination[(word * sizeof(uint))..], words[word]);
        }
    }

    private static void ReadWords(ReadOnlySpan<byte> bytes, Span<uint> words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(word * sizeof(uint))..]);
        }
    }
}
