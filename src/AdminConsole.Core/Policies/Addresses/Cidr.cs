using System.Globalization;
using System.Runtime.InteropServices;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>
/// A network in canonical form: no bit is set behind the prefix, and IPv4 inside IPv6 is IPv4. Two equal networks have equal text.
/// A value never set is <c>0.0.0.0/32</c>, which covers no client.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Cidr
{
    /// <summary>The longest text that is read, in characters, white space around it aside.</summary>
    public const int MaxTextLength = 64;

    // Counted from the right, so that a value never set covers one address and not all of them.
    private readonly byte _hostBits;

    private Cidr(ClientAddress network, byte hostBits)
    {
        Network = network;
        _hostBits = hostBits;
    }

    /// <summary>The lowest address of the network.</summary>
    public ClientAddress Network { get; }

    /// <summary>How many leading bits every address of the network shares: 0–32, for IPv6 0–128.</summary>
    public int PrefixLength => Network.Width - _hostBits;

    internal UInt128 First => Network.Value;

    internal UInt128 Last => Network.Value | HostMask(_hostBits);

    /// <summary>
    /// Reads an address (<c>10.1.2.3</c>, the network of that one) or a network (<c>10.0.0.0/8</c>). Anything short of the full plain form is
    /// refused, with the form it was probably meant to have: <c>10/8</c> is 0.0.0.0/8 to one parser and 10.0.0.0/8 to another.
    /// </summary>
    public static CidrParse Parse(string? text) => CidrReader.Read((text ?? string.Empty).Trim());

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse(string? text, out Cidr cidr)
    {
        var parse = Parse(text);
        cidr = parse.Succeeded ? parse.Value : default;
        return parse.Succeeded;
    }

    /// <summary>Whether the address lies in the network. An address of the other family never does.</summary>
    public bool Contains(ClientAddress address) =>
        address.Family == Network.Family && (address.Value & ~HostMask(_hostBits)) == Network.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Network}/{PrefixLength}");

    /// <summary>The network of the given prefix length in which the address lies.</summary>
    internal static Cidr Around(ClientAddress address, int prefixLength)
    {
        var hostBits = (byte)(address.Width - prefixLength);
        return new Cidr(new ClientAddress(address.Family, address.Value & ~HostMask(hostBits)), hostBits);
    }

    // A shift by 128 is a shift by 0, hence the first case.
    private static UInt128 HostMask(byte hostBits) => hostBits == 0 ? 0 : UInt128.MaxValue >> (128 - hostBits);
}
