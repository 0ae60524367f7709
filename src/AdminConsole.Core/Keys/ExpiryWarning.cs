using AdminConsole.Data;
using AdminConsole.Organizations;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Keys;

internal static class ExpiryWarning
{
    /// <summary>How long before its expiry a key of the organization is shown as expiring; null when there is no such organization.</summary>
    public static async Task<TimeSpan?> OfAsync(ConsoleDbContext db, Id<Organization> id, CancellationToken cancellation)
    {
        var days = await db.Organizations
            .Where(organization => organization.Id == id)
            .Select(organization => (int?)organization.ExpiryWarningDays)
            .SingleOrDefaultAsync(cancellation);
        return days is null ? null : TimeSpan.FromDays(days.Value);
    }
}
