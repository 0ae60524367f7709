using System.Runtime.InteropServices;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage.Recording;

/// <summary>Days in UTC, both included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsagePeriod(DateOnly From, DateOnly Until)
{
    public static UsagePeriod Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);
}

/// <summary>Which counts a question is about: the same condition for rows and for what is pending.</summary>
internal sealed record UsageFilter(Id<Organization> OrganizationId, UsagePeriod Period)
{
    /// <summary>Only these keys; null = all, and what is about no key.</summary>
    public IReadOnlyCollection<long>? KeyRows { get; init; }

    public DecisionCode? Code { get; init; }

    public bool Matches(UsageDimensions dimensions) =>
        dimensions.OrganizationId == OrganizationId
        && dimensions.Day >= Period.From && dimensions.Day <= Period.Until
        && (KeyRows is null || KeyRows.Contains(dimensions.KeyRow))
        && (Code is null || dimensions.Code == Code);

    public IQueryable<DailyCount> Among(IQueryable<DailyCount> rows)
    {
        var (from, until) = Period;
        var matching = rows.Where(row => row.OrganizationId == OrganizationId && row.Day >= from && row.Day <= until);
        matching = KeyRows is { } keys ? matching.Where(row => keys.Contains(row.KeyRow)) : matching;
        return Code is { } code ? matching.Where(row => row.Code == code) : matching;
    }
}
