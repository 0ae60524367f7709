using System.Globalization;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>Reads trimmed text as a network, strictly; what is refused goes to <see cref="CidrRepairs"/> for a better form.</summary>
internal static class CidrReader
{
    public static CidrParse Read(string text)
    {
        if (text.Length is 0 or > Cidr.MaxTextLength)
        {
            return new CidrParse(OfLength(text.Length));
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var prefix = slash < 0 ? null : text[(slash + 1)..];
        return AddressGrammar.TryRead(address, out var family, out var value) && TryReadPrefix(prefix, family, out var length)
            ? FromParts(family, value, length)
            : new CidrParse(CidrRepairs.Explain(address, prefix));
    }

    public static CidrFault OutOfRange(IpFamily family) =>
        new(
            CidrFaultCodes.PrefixRange,
            string.Create(CultureInfo.InvariantCulture, $"The prefix length must be between 0 and {WidthOf(family)}."),
            null);

    private static bool TryReadPrefix(string? prefix, IpFamily family, out uint length)
    {
        length = WidthOf(family);
        return prefix is null || AddressGrammar.TryReadNumber(prefix, out length);
    }

    private static CidrParse FromParts(IpFamily family, UInt128 value, uint length)
    {
        if (length > WidthOf(family))
        {
            return new CidrParse(OutOfRange(family));
        }

        var address = new ClientAddress(family, value);
        var prefix = (int)length - ((int)WidthOf(family) - address.Width);
        return prefix < 0 ? new CidrParse(MappedTooShort) : Canonical(address, prefix);
    }

    private static CidrParse Canonical(ClientAddress address, int prefix)
    {
        var network = Cidr.Around(address, prefix);
        return network.Network == address ? new CidrParse(network) : new CidrParse(BitsBehindPrefix(network));
    }

    private static uint WidthOf(IpFamily family) => family == IpFamily.V4 ? 32u : 128u;

    private static CidrFault OfLength(int length) => length == 0
        ? new CidrFault(CidrFaultCodes.Empty, "Give an address or a network, such as 10.0.0.0/8.", null)
        : new CidrFault(CidrFaultCodes.TooLong, $"A network takes at most {Cidr.MaxTextLength} characters.", null);

    private static CidrFault MappedTooShort { get; } = new(
        CidrFaultCodes.MappedPrefix,
        $"An IPv4 network inside IPv6 needs a prefix length of at least {AddressGrammar.MappedPrefix}. Write IPv4 and IPv6 networks separately.",
        null);

    private static CidrFault BitsBehindPrefix(Cidr network) =>
        new(CidrFaultCodes.HostBits, $"The address has bits behind the prefix. The network it lies in is {network}.", network.ToString());
}
