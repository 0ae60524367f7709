using System.Globalization;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>The one text of each address, so that equal rules look equal: dotted decimal, and RFC 5952 for IPv6.</summary>
internal static class AddressText
{
    private const int Groups = 8;

    public static string OfV4(uint value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value >> 24}.{(value >> 16) & 0xff}.{(value >> 8) & 0xff}.{value & 0xff}");

    public static string OfV6(UInt128 value)
    {
        var groups = new ushort[Groups];
        for (var i = 0; i < Groups; i++)
        {
            groups[i] = (ushort)(value >> (16 * (Groups - 1 - i)));
        }

        var (start, length) = LongestZeroRun(groups);
        return length < 2 ? Join(groups) : $"{Join(groups[..start])}::{Join(groups[(start + length)..])}";
    }

    // The first of the longest runs; one lone zero group is written out (RFC 5952, 4.2).
    private static (int Start, int Length) LongestZeroRun(ushort[] groups)
    {
        var longest = (Start: 0, Length: 0);
        var length = 0;
        for (var i = 0; i < Groups; i++)
        {
            length = groups[i] == 0 ? length + 1 : 0;
            if (length > longest.Length)
            {
                longest = (i + 1 - length, length);
            }
        }

        return longest;
    }

    private static string Join(ushort[] groups) => string.Join(':', groups.Select(group => group.ToString("x", CultureInfo.InvariantCulture)));
}
