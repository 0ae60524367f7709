using System.Linq.Expressions;
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

    /// <summary>Only teams of which this user, by external id, is a member.</summary>
    public string? WithMember { get; init; }

    /// <summary>Only users who are members of this team, by external id.</summary>
    public string? MemberOf { get; init; }

    /// <summary>Found anywhere in the name, whatever the case; or the whole external id.</summary>
    public string? Search { get; init; }

    public OwnerOrder Order { get; init; }
}

public enum OwnerOrder
{
    ExternalId,
    Oldest,
    Newest,
}

/// <summary>Lists owners, and shows one. Whoever may read keys may: a key names its owner.</summary>
public sealed class OwnerQueries(ConsoleStore store)
{
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

        var cursor = OwnerCursor.Parse(behind.Value, query.Order);
        if (cursor is null)
        {
            return PageFailures.Cursor;
        }

        await using var db = store.CreateDbContext();
        var owners = await cursor.Behind(Matching(db.Owners, query)).Take(query.Page.Limit + 1).ToListAsync(cancellation);
        return owners.ToPage(query.Page.Limit, owner => OwnerCursor.TextOf(owner, query.Order));
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

    private static IQueryable<Owner> Matching(IQueryable<Owner> all, OwnerQuery query)
    {
        all = all.Where(owner => owner.OrganizationId == query.OrganizationId);
        var owners = query.Kind is { } kind ? all.Where(owner => owner.Kind == kind) : all;
        owners = query.ExternalId is { } externalId ? owners.Where(owner => owner.ExternalId == externalId) : owners;
        owners = query.WithMember is { } user
            ? owners.Where(owner => all.Any(member => member.ExternalId == user && member.Id == owner.CreatorId))
            : owners;
        owners = query.MemberOf is { } team
            ? owners.Where(owner => all.Any(other => other.ExternalId == team && other.CreatorId == owner.Id))
            : owners;
        return query.Search is { } search ? owners.Where(Found(search)) : owners;
    }

    private static Expression<Func<Owner, bool>> Found(string search)
    {
        var pattern = TextSearch.PatternOf(search);
        return TextSearch.Fitting<Owner>(
            search,
            owner => EF.Functions.Like(TextSearch.Fold(owner.Name), pattern, TextSearch.Escape) || owner.ExternalId == search);
    }
}
