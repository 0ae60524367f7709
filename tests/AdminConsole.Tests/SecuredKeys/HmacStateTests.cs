using System.Security.Cryptography;
using AdminConsole.Core.SecuredKeys;

namespace AdminConsole.Tests.SecuredKeys;

public sealed class HmacStateTests
{
    private readonly Random _random = new(20261121);

    /// <summary>Around the ends of blocks, where a message gets one block more.</summary>
    public static TheoryData<int> Lengths { get; } = [0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 129, 1472];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Signs_a_message_of_any_length_as_the_runtime_does(int length)
    {
        foreach (var keyLength in new[] { 0, 1, 32, 63, 64, 65, 200 })
        {
            AssertSame(Bytes(keyLength), Bytes(length));
        }
    }

    [Fact]
    public void Signs_random_messages_under_random_keys_as_the_runtime_does()
    {
        for (var round = 0; round < 5_000; round++)
        {
            AssertSame(Bytes(_random.Next(150)), Bytes(_random.Next(400)));
        }
    }

    [Fact]
    public void Signs_as_the_example_of_RFC_4231() => Assert.Equal(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        Convert.ToHexStringLower(Sign(HmacState.Of("Jefe"), "what do ya want for nothing?"u8)));

    [Fact]
    public void Takes_a_text_as_UTF_8() =>
        Assert.Equal(HMACSHA256.HashData("clé"u8, "text"u8), Sign(HmacState.Of("clé"), "text"u8));

    [Fact]
    public void Is_the_same_once_it_was_written_and_read()
    {
        var (key, message) = (Bytes(32), Bytes(100));
        var bytes = new byte[HmacState.Size];
        HmacState.Of(key).Write(bytes);

        Assert.Equal(HMACSHA256.HashData(key, message), Sign(HmacState.Read(bytes), message));
    }

    [Fact]
    public void Holds_nothing_of_the_key_in_the_clear()
    {
        var key = Bytes(32);
        var bytes = new byte[HmacState.Size];
        HmacState.Of(key).Write(bytes);

        Assert.All(Enumerable.Range(0, key.Length - 3), start => Assert.Equal(-1, bytes.AsSpan().IndexOf(key.AsSpan(start, 4))));
    }

    [Theory]
    [InlineData(HmacState.Size - 1)]
    [InlineData(HmacState.Size + 1)]
    public void Refuses_bytes_of_another_number(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => HmacState.Read(new byte[size]));

    private static void AssertSame(byte[] key, byte[] message) =>
        Assert.Equal(HMACSHA256.HashData(key, message), Sign(HmacState.Of(key), message));

    private static byte[] Sign(HmacState state, ReadOnlySpan<byte> message)
    {
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        state.Sign(message, signature);
        return signature;
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
