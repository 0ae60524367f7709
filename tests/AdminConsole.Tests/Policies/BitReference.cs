using System.Globalization;

namespace AdminConsole.Tests.Policies;

/// <summary>
/// What an address and a network mean, told in strings of bits and shared with nothing in the console: an address is in a network when its bits begin
/// with the network's.
/// </summary>
internal static class BitReference
{
    private static readonly string MappedPrefix = new string('0', 80) + new string('1', 16);

    public static bool Contains(string networkBits, int prefix, string addressBits)
    {
        var (network, address) = (Unmap(networkBits), Unmap(addressBits));
        var shared = network.Length == networkBits.Length ? prefix : prefix - 96;
        return network.Length == address.Length && address.StartsWith(network[..shared], StringComparison.Ordinal);
    }

    /// <summary>The text of the bits in its longest form: four numbers, or eight groups of four digits.</summary>
    public static string Text(string bits) => bits.Length == 32
        ? string.Join('.', bits.Chunk(8).Select(Number))
        : string.Join(':', bits.Chunk(16).Select(chunk => Number(chunk).ToString("x4", CultureInfo.InvariantCulture)));

    public static string Next(string bits) => Step(bits, '1', '0');

    public static string Previous(string bits) => Step(bits, '0', '1');

    // Counting up turns the ones at the end to zeros and the zero before them to one; down, the other way round. All ones wrap to all zeros.
    private static string Step(string bits, char carried, char reset)
    {
        var at = bits.TrimEnd(carried).Length;
        return at == 0 ? new string(reset, bits.Length) : bits[..(at - 1)] + carried + new string(reset, bits.Length - at);
    }

    private static string Unmap(string bits) => bits.StartsWith(MappedPrefix, StringComparison.Ordinal) && bits.Length == 128 ? bits[96..] : bits;

    private static int Number(char[] bits) => Convert.ToInt32(new string(bits), 2);
}
