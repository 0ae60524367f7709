using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Owners.UseCases;

internal static class OwnersOfOrganization
{
    public static async Task<Result<Owner>> OneAsync(this IQueryable<Owner> owners, OwnerTarget target, CancellationToken cancellation)
    {
        var found = await owners.SingleOrDefaultAsync(
            owner => owner.OrganizationId == target.OrganizationId && owner.Id == target.OwnerId, cancellation);
        return found is null ? OwnerFailures.NotFound : found;
    }
}
