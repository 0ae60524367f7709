using AdminConsole.Core.Actors;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Owners;

internal static class OwnersOfOrganization
{
    public static async Task<Result<Owner>> OneAsync(this IQueryable<Owner> owners, OwnerTarget target, CancellationToken cancellation)
    {
        var found = await owners.SingleOrDefaultAsync(
            owner => owner.OrganizationId == target.OrganizationId && owner.Id == target.OwnerId, cancellation);
        return found is null ? OwnerFailures.NotFound : found;
    }
}
