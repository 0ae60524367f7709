using System.Globalization;
using System.Numerics;

namespace AdminConsole.Core.Policies.Addresses;

/// <summary>
/// Names what is wrong with a refused text and, by undoing that one fault, finds the form that was probably meant. A text with several faults is
/// repaired one by one: the repaired text is read again, and brings its own suggestion when it is still refused.
/// </summary>
internal static class CidrRepairs
{
    private delegate string? Repair(string address, string? prefix);

    // First match wins. Each repair leaves less to repair, so reading the result again comes to an end.
    private static readonly (string Code, string Message, Repair Repair)[] Table =
    [
        (CidrFaultCodes.Port, "A rule is about addresses; leave the port out.", WithoutPort),
        (CidrFaultCodes.Brackets, "Write the address without brackets.", WithoutBrackets),
        (CidrFaultCodes.Zone, "A zone has a meaning on one machine only; leave it out.", WithoutZone),
        (CidrFaultCodes.Hex, "Write the address in decimal numbers.", WithoutHex),
        (CidrFaultCodes.Octal, "Numbers with leading zeros are octal to some programs; write them without.", WithoutLeadingZeros),
        (CidrFaultCodes.SingleNumber, "Write the address as four numbers with dots.", WithDots),
        (CidrFaultCodes.Wildcard, "Write the network with a prefix length instead of asterisks.", WithoutAsterisks),
        (CidrFaultCodes.ShortForm, "Programs disagree about shortened addresses; write all four numbers.", WithAllNumbers),
        (CidrFaultCodes.Netmask, "Write the prefix length instead of a mask.", WithoutMask),
        (CidrFaultCodes.PrefixZeros, "Write the prefix length without leading zeros.", WithoutPrefixZeros),
    ];

    public static CidrFault Explain(string address, string? prefix)
    {
        foreach (var (code, message, repair) in Table)
        {
            if (repair(address, prefix) is { } repaired)
            {
                return new CidrFault(code, message, Suggest(repaired));
            }
        }

        return AddressGrammar.TryRead(address, out var family, out _)
            ? OfPrefix(prefix, family)
            : new CidrFault(CidrFaultCodes.Syntax, "This is no address or network, such as 10.0.0.0/8 or 2001:db8::/32.", null);
    }

    // Digits that were refused are too many to be a number at all.
    private static CidrFault OfPrefix(string? prefix, IpFamily family) => AddressGrammar.IsDigits(prefix)
        ? CidrReader.OutOfRange(family)
        : new CidrFault(CidrFaultCodes.PrefixSyntax, "The part after the slash must be a prefix length in digits.", null);

    private static string? Suggest(string repaired)
    {
        var parse = CidrReader.Read(repaired);
        if (!parse.Succeeded)
        {
            return parse.Fault.Suggestion;
        }

        // An address stays an address, as it was typed.
        return repaired.Contains('/', StringComparison.Ordinal) ? parse.Value.ToString() : parse.Value.Network.ToString();
    }

    // The colon that precedes a port stands behind a bracket, or is the only one.
    private static string? WithoutPort(string address, string? prefix)
    {
        var colon = address.LastIndexOf(':');
        var precedesPort = colon > 0 && AddressGrammar.IsDigits(address.AsSpan(colon + 1))
            && (address[colon - 1] == ']' || address.IndexOf(':', StringComparison.Ordinal) == colon);
        return precedesPort ? Join(address[..colon], prefix) : null;
    }

    private static string? WithoutBrackets(string address, string? prefix) =>
        address is ['[', .. var inner, ']'] ? Join(inner, prefix) : null;

    private static string? WithoutZone(string address, string? prefix)
    {
        var zone = address.IndexOf('%', StringComparison.Ordinal);
        return zone < 0 ? null : Join(address[..zone], prefix);
    }

    private static string? WithoutHex(string address, string? prefix)
    {
        var parts = address.Split('.');
        return parts.Any(IsHex) ? Join(string.Join('.', parts.Select(part => IsHex(part) ? FromHex(part) : part)), prefix) : null;
    }

    private static bool IsHex(string part) =>
        part is ['0', 'x' or 'X', .. { Length: > 0 and <= 8 } digits] && digits.All(char.IsAsciiHexDigit);

    private static string FromHex(string part) =>
        uint.Parse(part.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string? WithoutLeadingZeros(string address, string? prefix)
    {
        var parts = address.Split('.');
        return parts.All(part => AddressGrammar.IsDigits(part)) && parts.Any(HasLeadingZero)
            ? Join(string.Join('.', parts.Select(TrimZeros)), prefix)
            : null;
    }

    private static bool HasLeadingZero(string digits) => digits.Length > 1 && digits[0] == '0';

    private static string TrimZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    // A single number above 255 cannot be the first of four.
    private static string? WithDots(string address, string? prefix) =>
        AddressGrammar.TryReadNumber(address, out var value) && value > byte.MaxValue ? Join(AddressText.OfV4(value), prefix) : null;

    private static string? WithoutAsterisks(string address, string? prefix)
    {
        var parts = address.Split('.');
        var numbers = parts.TakeWhile(part => part != "*").ToArray();
        var isWildcard = numbers.Length < parts.Length && parts.Length <= 4 && prefix is null && parts.Skip(numbers.Length).All(part => part == "*");
        return isWildcard && numbers.Length > 0 ? WithAllNumbers(string.Join('.', numbers), null) : null;
    }

    // Without a prefix length the numbers that are there are the network: 10.1 is 10.1.0.0/16.
    private static string? WithAllNumbers(string address, string? prefix)
    {
        var parts = address.Split('.');
        return parts.Length < 4 && parts.All(part => AddressGrammar.TryReadNumber(part, out var number) && number <= byte.MaxValue)
            ? Join(address + string.Concat(Enumerable.Repeat(".0", 4 - parts.Length)), prefix ?? Digits(8 * parts.Length))
            : null;
    }

    private static string? WithoutMask(string address, string? prefix)
    {
        if (prefix is null || !AddressGrammar.TryRead(prefix, out var family, out var mask) || family != IpFamily.V4)
        {
            return null;
        }

        var ones = BitOperations.LeadingZeroCount(~(uint)mask);
        return ones == BitOperations.PopCount((uint)mask) ? Join(address, Digits(ones)) : null;
    }

    private static string? WithoutPrefixZeros(string address, string? prefix) =>
        prefix is not null && AddressGrammar.IsDigits(prefix) && HasLeadingZero(prefix) ? Join(address, TrimZeros(prefix)) : null;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Join(string address, string? prefix) => prefix is null ? address : $"{address}/{prefix}";
}
