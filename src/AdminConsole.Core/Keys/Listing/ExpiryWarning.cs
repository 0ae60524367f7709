using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

internal static class ExpiryWarning
{
    // Prepared once: every list asks for it.
    private static readonly Func<ConsoleDbContext, Id<Organization>, CancellationToken, Task<int?>> Days = EF.CompileAsyncQuery(
        (ConsoleDbContext db, Id<Organization> id, CancellationToken _) => db.Organizations
            .Where(organization => organization.Id == id)
            .Select(organization => (int?)organization.ExpiryWarningDays)
            .SingleOrDefault());

    /// <summary>How long before its expiry a key of the organization is shown as expiring; null when there is no such organization.</summary>
    public static async Task<TimeSpan?> OfAsync(ConsoleDbContext db, Id<Organization> id, CancellationToken cancellation) =>
        await Days(db, id, cancellation) is { } days ? TimeSpan.FromDays(days) : null;
}
