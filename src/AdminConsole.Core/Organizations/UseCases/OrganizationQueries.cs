using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>An organization as other pages name it.</summary>
public sealed record OrganizationSummary(Id<Organization> Id, string Slug, string Name, bool IsSuspended);

/// <summary>What the forms of keys offer to choose from.</summary>
/// <param name="Rules">What each key that is made or edited is held to.</param>
/// <param name="ScopeCatalogue">Empty where the organization allows any well-formed scope.</param>
/// <param name="UsedScopes">Scopes that its keys have already; what to suggest where there is no catalogue.</param>
/// <param name="UsedTags">Tags that its keys have already.</param>
public sealed record OrganizationChoices(
    KeyRules Rules,
    IReadOnlyList<ProjectSummary> Projects,
    IReadOnlyList<OwnerSummary> Owners,
    IReadOnlyList<ScopeDefinition> ScopeCatalogue,
    IReadOnlyList<string> UsedScopes,
    IReadOnlyList<string> UsedTags);

public sealed class OrganizationQueries(ConsoleStore store)
{
    // Suggestions, not an inventory.
    private const int MaxSuggestions = 200;

    /// <summary>The organizations that the actor may do anything in, by name.</summary>
    public async Task<IReadOnlyList<OrganizationSummary>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var all = await db.Organizations
            .OrderBy(organization => organization.Name)
            .Select(organization => new OrganizationSummary(
                organization.Id, organization.Slug, organization.Name, organization.SuspendedAt != null))
            .ToListAsync(cancellation);
        return [.. all.Where(organization => actor.Knows(organization.Id))];
    }

    /// <summary>The organization with its rules for keys and its scope catalogue.</summary>
    public async Task<Result<Organization>> GetAsync(Actor actor, Id<Organization> id, CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.ReadKeys, id, OrganizationFailures.MayNotRead) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        var found = await db.Organizations.SingleOrDefaultAsync(organization => organization.Id == id, cancellation);
        return found is null ? OrganizationAccess.NotFound : found;
    }

    public async Task<Result<OrganizationChoices>> ChoicesAsync(Actor actor, Id<Organization> id, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, id) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        var organization = await db.Organizations.SingleOrDefaultAsync(organization => organization.Id == id, cancellation);
        if (organization is null)
        {
            return OrganizationAccess.NotFound;
        }

        return new OrganizationChoices(
            KeyRules.Of(organization),
            await db.Projects.Where(project => project.OrganizationId == id).OrderBy(project => project.Name)
                .Select(project => new ProjectSummary(project.Id, project.Name)).ToListAsync(cancellation),
            await db.Owners.Where(owner => owner.OrganizationId == id).OrderBy(owner => owner.Name)
                .Select(owner => new OwnerSummary(owner.Id, owner.Kind, owner.Name, owner.ExternalId)).ToListAsync(cancellation),
            [.. organization.ScopeCatalogue.OrderBy(scope => scope.Scope, StringComparer.Ordinal)],
            await Used(db, id, KeyFields.Scopes).ToListAsync(cancellation),
            await Used(db, id, KeyFields.Tags).ToListAsync(cancellation));
    }

    private static IQueryable<string> Used(ConsoleDbContext db, Id<Organization> id, string field) => db.ApiKeys
        .Where(key => key.OrganizationId == id)
        .SelectMany(key => key.Index)
        .Where(entry => entry.Field == field)
        .Select(entry => entry.Value)
        .Distinct()
        .OrderBy(value => value)
        .Take(MaxSuggestions);
}
