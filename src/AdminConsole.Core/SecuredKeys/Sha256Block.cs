using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// SHA-256 of one block (FIPS 180-4, 6.2). Written out because the runtime's hash cannot be begun from a given state, which is all that
/// <see cref="HmacState"/> keeps of a key. Its time depends on nothing that is hashed.
/// </summary>
internal static class Sha256Block
{
    public const int Size = 64;

    /// <summary>A state, in words of 32 bits.</summary>
    public const int Words = 8;

    private const int Rounds = 64;

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The state before the first block.</summary>
    public static ReadOnlySpan<uint> Start =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>Takes the state on by one block.</summary>
    public static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> schedule = stackalloc uint[Rounds];
        Expand(block, schedule);
        Mix(state, schedule);

        // What the block of a key was made into must not stay on the stack.
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(schedule));
    }

    private static void Expand(ReadOnlySpan<byte> block, Span<uint> schedule)
    {
        for (var word = 0; word < Size / sizeof(uint); word++)
        {
            schedule[word] = BinaryPrimitives.ReadUInt32BigEndian(block[(word * sizeof(uint))..]);
        }

        for (var word = Size / sizeof(uint); word < Rounds; word++)
        {
            var (near, far) = (schedule[word - 2], schedule[word - 15]);
            var nearMixed = BitOperations.RotateRight(near, 17) ^ BitOperations.RotateRight(near, 19) ^ (near >> 10);
            var farMixed = BitOperations.RotateRight(far, 7) ^ BitOperations.RotateRight(far, 18) ^ (far >> 3);
            schedule[word] = nearMixed + schedule[word - 7] + farMixed + schedule[word - 16];
        }
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<uint> schedule)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var round = 0; round < Rounds; round++)
        {
            var eMixed = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var aMixed = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var first = h + eMixed + ((e & f) ^ (~e & g)) + RoundConstants[round] + schedule[round];
            var second = aMixed + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        ReadOnlySpan<uint> mixed = [a, b, c, d, e, f, g, h];
        for (var word = 0; word < Words; word++)
        {
            state[word] += mixed[word];
        }
    }
}
