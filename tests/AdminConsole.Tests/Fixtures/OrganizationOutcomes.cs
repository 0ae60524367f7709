using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Tests.Fixtures;

internal static class OrganizationOutcomes
{
    /// <summary>How all of an organization's verifications ended, day by day; those about no key included.</summary>
    public static async Task<List<DailyOutcome>> OutcomesAsync(this UsageCounts counts, Id<Organization> organization)
    {
        var sums = await counts.SumAsync(
            new(organization, UsagePeriod.Always), row => new { row.Day, row.Code }, daily => new { daily.Day, daily.Code }, CancellationToken.None);
        return
        [
            .. sums.OrderBy(sum => sum.Key.Day).ThenBy(sum => sum.Key.Code)
                .Select(sum => new DailyOutcome(sum.Key.Day, sum.Key.Code, sum.Value.Count)),
        ];
    }
}
