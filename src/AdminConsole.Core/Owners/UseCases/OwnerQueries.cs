using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Owners.UseCases;

/// <summary>Which owner of which organization.</summary>
public sealed record OwnerTarget(Id<Organization> OrganizationId, Id<Owner> OwnerId);

/// <summary>Which owners of an organization to list.</summary>
public sealed record OwnerQuery(Id<Organization> OrganizationId, PageRequest Page)
{
    public OwnerKind? Kind { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>Lists owners, and shows one. Whoever may read keys may: a key names its owner.</summary>
public sealed class OwnerQueries(ConsoleStore store)
{
    /// <summary>By external id.</summary>
    public async Task<Result<Page<Owner>>> ListAsync(Actor actor, OwnerQuery query, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadKeys, query.OrganizationId, OwnerFailures.MayNotRead) is { } refusal)
        {
            return refusal;
        }

        var behind = query.Page.Behind();
        if (!behind.Succeeded)
        {
            return behind.Failures;
        }

        await using var db = store.CreateDbContext();
        var owners = await Matching(db.Owners, query)
            .Where(owner => owner.ExternalId.CompareTo(behind.Value) > 0)
            .OrderBy(owner => owner.ExternalId)
            .Take(query.Page.Limit + 1)
            .ToListAsync(cancellation);
        return owners.ToPage(query.Page.Limit, owner => owner.ExternalId);
    }

    public async Task<Result<Owner>> GetAsync(Actor actor, OwnerTarget target, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId, OwnerFailures.MayNotRead) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        return await db.Owners.OneAsync(target, cancellation);
    }

    private static IQueryable<Owner> Matching(IQueryable<Owner> owners, OwnerQuery query)
    {
        owners = owners.Where(owner => owner.OrganizationId == query.OrganizationId);
        owners = query.Kind is { } kind ? owners.Where(owner => owner.Kind == kind) : owners;
        return query.ExternalId is { } externalId ? owners.Where(owner => owner.ExternalId == externalId) : owners;
    }
}
