using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>
/// The address a request came from. An IPv4 address written inside IPv6 (<c>::ffff:10.1.2.3</c>) is that IPv4 address:
/// a dual-stack socket reports IPv4 clients so, and must not slip past an IPv4 rule.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClientAddress
{
    internal ClientAddress(IpFamily family, UInt128 value)
    {
        var mapped = family == IpFamily.V6 && AddressGrammar.IsMapped(value);
        Family = mapped ? IpFamily.V4 : family;
        Value = mapped ? (uint)value : value;
    }

    public IpFamily Family { get; }

    /// <summary>The address as one number; an IPv4 address fills the lowest 32 bits.</summary>
    internal UInt128 Value { get; }

    /// <summary>Bits in an address of this family: 32 or 128.</summary>
    internal int Width => Family == IpFamily.V4 ? 32 : 128;

    /// <summary>
    /// Reads the plain form alone: four decimal numbers, or RFC 4291 groups. The runtime's own parser reads 010.0.0.1 as 8.0.0.1 and takes
    /// ports, zones, hex and missing parts; two readers who disagree about an address are a way around a rule.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ClientAddress address)
    {
        var understood = AddressGrammar.TryRead(text, out var family, out var value);
        address = understood ? new ClientAddress(family, value) : default;
        return understood;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ClientAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClientAddress address) => TryParse(text.AsSpan(), out address);

    /// <summary>The canonical text; for IPv6 that of RFC 5952.</summary>
    public override string ToString() => Family == IpFamily.V4 ? AddressText.OfV4((uint)Value) : AddressText.OfV6(Value);
}
