using System.Globalization;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>Our own strict reading of addresses: what is not plainly an address is none.</summary>
internal static class AddressGrammar
{
    private const int LongestText = 45; // 0000:0000:0000:0000:0000:ffff:255.255.255.255
    private const int GroupsInV6 = 8;

    /// <summary>The prefix length of <c>::ffff:0:0/96</c>, where IPv4 addresses lie inside IPv6.</summary>
    public const int MappedPrefix = 96;

    public static bool IsMapped(UInt128 value) => value >> 32 == 0xffff;

    public static bool TryRead(ReadOnlySpan<char> text, out IpFamily family, out UInt128 value)
    {
        family = text.Contains(':') ? IpFamily.V6 : IpFamily.V4;
        value = default;
        if (text.Length > LongestText)
        {
            return false;
        }

        return family == IpFamily.V6 ? TryReadV6(text, out value) : TryReadV4(text, out value);
    }

    /// <summary>Digits without a leading zero, which some would read as octal.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        // The runtime's parser overlooks trailing NULs, hence the look at each character first.
        return IsDigits(text) && (text is "0" || text[0] != '0') && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryReadV4(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        var count = 0;
        foreach (var part in text.Split('.'))
        {
            if (++count > 4 || !TryReadNumber(text[part], out var octet) || octet > byte.MaxValue)
            {
                return false;
            }

            value = (value << 8) | octet;
        }

        return count == 4;
    }

    private static bool TryReadV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        if (text.Contains('.'))
        {
            return TryReadDottedV6(text, out value);
        }

        var gap = text.IndexOf("::");
        return gap < 0
            ? TryReadGroups(text, out value, out var count) && count == GroupsInV6
            : TryReadAround(text[..gap], text[(gap + 2)..], out value);
    }

    private static bool TryReadDottedV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        var tail = text.LastIndexOf(':') + 1;
        return TryReadV4(text[tail..], out var last)
            && TryReadV6(string.Create(CultureInfo.InvariantCulture, $"{text[..tail]}{(uint)last >> 16:x}:{(uint)last & 0xffff:x}"), out value);
    }

    private static bool TryReadAround(ReadOnlySpan<char> before, ReadOnlySpan<char> after, out UInt128 value)
    {
        value = 0;
        if (!TryReadGroups(before, out var high, out var left) || !TryReadGroups(after, out var low, out var right) || left + right >= GroupsInV6)
        {
            return false;
        }

        // A shift by all 128 bits would shift by none; without groups before the gap there is nothing to shift.
        value = (left == 0 ? 0 : high << (16 * (GroupsInV6 - left))) | low;
        return true;
    }

    private static bool TryReadGroups(ReadOnlySpan<char> text, out UInt128 value, out int count)
    {
        (value, count) = (0, 0);
        if (text.IsEmpty)
        {
            return true;
        }

        foreach (var part in text.Split(':'))
        {
            if (++count > GroupsInV6 || !TryReadGroup(text[part], out var group))
            {
                return false;
            }

            value = (value << 16) | group;
        }

        return true;
    }

    private static bool TryReadGroup(ReadOnlySpan<char> text, out ushort value)
    {
        value = 0;
        return text.Length is > 0 and <= 4
            && !text.ContainsAnyExcept(HexDigits)
            && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
