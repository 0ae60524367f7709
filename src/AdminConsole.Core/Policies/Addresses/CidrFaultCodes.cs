namespace AdminConsole.Core.Policies.Addresses;

/// <summary>The stable codes of <see cref="CidrFault"/>.</summary>
public static class CidrFaultCodes
{
    public const string Empty = "cidr.empty";
    public const string TooLong = "cidr.too_long";
    public const string Syntax = "cidr.syntax";
    public const string Brackets = "cidr.brackets";
    public const string Port = "cidr.port";
    public const string Zone = "cidr.zone";
    public const string Hex = "cidr.hex";
    public const string Octal = "cidr.octal";
    public const string SingleNumber = "cidr.single_number";
    public const string ShortForm = "cidr.short_form";
    public const string Wildcard = "cidr.wildcard";
    public const string Netmask = "cidr.netmask";
    public const string PrefixZeros = "cidr.prefix_zeros";
    public const string PrefixSyntax = "cidr.prefix_syntax";
    public const string PrefixRange = "cidr.prefix_range";
    public const string MappedPrefix = "cidr.mapped_prefix";
    public const string HostBits = "cidr.host_bits";
}
