namespace AdminConsole.Core.Secrets;

/// <summary>CRC-32 as in IEEE 802.3 and zlib: tells a typo, and is no protection against anyone who means it.</summary>
internal static class Crc32
{
    private const uint ReversedPolynomial = 0xedb88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Shift((uint)value))];

    /// <param name="text">ASCII; one character counts as one byte.</param>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var register = uint.MaxValue;
        foreach (var character in text)
        {
            register = (register >> 8) ^ Table[(byte)(register ^ character)];
        }

        return ~register;
    }

    private static uint Shift(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ ReversedPolynomial;
        }

        return value;
    }
}
