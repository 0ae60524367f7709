using System.Globalization;

namespace AdminConsole.Tests.Policies;

/// <summary>Networks and addresses that lie close together, so that matches, near misses and edges are as frequent as the rest.</summary>
internal sealed class BitScenes(int seed)
{
    private static readonly int[] CommonPrefixesV4 = [0, 1, 8, 16, 24, 31, 32];
    private static readonly int[] CommonPrefixesV6 = [0, 1, 32, 48, 64, 96, 104, 127, 128];
    private static readonly string Mapped = new string('0', 80) + new string('1', 16);
    private readonly Random _random = new(seed);

    public Network[] Networks(int most)
    {
        string[] anchors = [Bits(32), Bits(128), Mapped + Bits(32)];
        return [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => NetworkNear(anchors[_random.Next(anchors.Length)]))];
    }

    public string AddressNear(Network network)
    {
        var (first, last) = (network.Bits, network.Last);
        return _random.Next(8) switch
        {
            0 => first,
            1 => last,
            2 => BitReference.Previous(first),
            3 => BitReference.Next(last),
            4 or 5 => first[..network.Prefix] + Bits(first.Length - network.Prefix),
            6 => Flip(first, network.Prefix == 0 ? 0 : _random.Next(network.Prefix)),
            _ => InOtherFamily(first),
        };
    }

    private Network NetworkNear(string anchor)
    {
        var common = anchor.Length == 32 ? CommonPrefixesV4 : CommonPrefixesV6;
        var prefix = _random.Next(2) == 0 ? common[_random.Next(common.Length)] : _random.Next(anchor.Length + 1);
        var bits = _random.Next(3) == 0 && prefix > 0 ? Flip(anchor, prefix - 1) : anchor;
        return new Network(bits[..prefix].PadRight(anchor.Length, '0'), prefix);
    }

    // The same number, once as IPv4, once as IPv4 inside IPv6, and once as an IPv6 address that only looks alike.
    private string InOtherFamily(string bits) => bits.Length == 128 ? bits[96..] : (_random.Next(2) == 0 ? Mapped : new string('0', 96)) + bits;

    private string Bits(int length) => new(_random.GetItems("01".AsSpan(), length));

    private static string Flip(string bits, int at) => bits[..at] + (bits[at] == '0' ? '1' : '0') + bits[(at + 1)..];

    internal sealed record Network(string Bits, int Prefix)
    {
        public string Last { get; } = Bits[..Prefix].PadRight(Bits.Length, '1');

        public string Text => string.Create(CultureInfo.InvariantCulture, $"{BitReference.Text(Bits)}/{Prefix}");

        public bool Contains(string address) => BitReference.Contains(Bits, Prefix, address);
    }
}
