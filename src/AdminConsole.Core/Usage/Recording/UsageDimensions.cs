using System.Runtime.InteropServices;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>What verifications of one day have in common, and are counted by.</summary>
/// <param name="Address">The client's address as text; empty when none was given.</param>
/// <param name="Scopes">The scopes asked, as <see cref="ScopeSet"/> writes them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsageDimensions(
    long KeyRow, Id<Organization> OrganizationId, DateOnly Day, DecisionCode Code, string Address, string Scopes)
{
    /// <summary>Stands for every address, or set of scopes, that was not kept apart.</summary>
    public const string Other = "*";

    public static UsageDimensions Of(in UsageEvent use)
    {
        var day = DateOnly.FromDateTime(use.At.UtcDateTime);

        // Anybody can make up secrets: without a key, neither address nor scopes are kept, or a stranger could make any number of rows.
        return use.KeyRow == UsageEvent.NoKey
            ? new(UsageEvent.NoKey, use.OrganizationId, day, use.Code, "", "")
            : new(use.KeyRow, use.OrganizationId, day, use.Code, use.Address?.ToString() ?? "", ScopeSet.ToText(use.Scopes));
    }

    // Not of every part: these tell nearly all counts apart, and each event is looked up by them several times.
    public override int GetHashCode() => HashCode.Combine(KeyRow, Code, Address);

    /// <summary>The same without address and scopes: as many of these as keys, however many addresses there are.</summary>
    public UsageDimensions Overflow() => KeyRow == UsageEvent.NoKey ? this : this with { Address = Other, Scopes = Other };
}

/// <summary>How many, and when the first and the last of them were. The default is none.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsageCount(long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen)
{
    public static UsageCount One(DateTimeOffset at) => new(1, at, at);

    public UsageCount Plus(UsageCount other) => (Count, other.Count) switch
    {
        (0, _) => other,
        (_, 0) => this,
        _ => new(
            Count + other.Count,
            FirstSeen < other.FirstSeen ? FirstSeen : other.FirstSeen,
            LastSeen > other.LastSeen ? LastSeen : other.LastSeen),
    };
}
