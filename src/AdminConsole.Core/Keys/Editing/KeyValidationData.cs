using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

internal static class KeyValidationData
{
    /// <summary>The settings with the owner that is named beside them, if one is.</summary>
    public static async Task<Result<KeySettings>> WithOwnerAsync(
        ConsoleDbContext db,
        Actor actor,
        Id<Organization> id,
        KeySettings settings,
        NamedOwner? named,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (named is null)
        {
            return settings;
        }

        var owner = await NamedOwners.FindOrCreateAsync(db, actor, id, named, now, cancellation);
        return owner.Succeeded ? settings with { OwnerId = owner.Value } : owner.Failures;
    }

    /// <summary>What the check of these settings must know; null when there is no such organization.</summary>
    public static async Task<KeyValidationContext?> LoadAsync(
        ConsoleDbContext db, Id<Organization> id, KeySettings settings, KeyKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == id, cancellation);
        if (organization is null)
        {
            return null;
        }

        // Most keys have neither: nothing is asked about none.
        var projects = settings.ProjectIds.Count == 0 ? [] : await db.Projects
            .Where(project => project.OrganizationId == id && settings.ProjectIds.Contains(project.Id))
            .Select(project => project.Id)
            .ToListAsync(cancellation);
        var owners = settings.OwnerId is null ? [] : await db.Owners
            .Where(owner => owner.OrganizationId == id && owner.Id == settings.OwnerId)
            .Select(owner => owner.Id)
            .ToListAsync(cancellation);

        // One that is added with this very change is not in the database yet.
        var added = db.Owners.Local.Where(owner => owner.OrganizationId == id).Select(owner => owner.Id);
        return new(
            now,
            kind,
            projects.ToHashSet(),
            owners.Concat(added).ToHashSet(),
            organization.ScopeCatalogue.Select(scope => scope.Scope).ToHashSet(StringComparer.Ordinal))
        {
            Rules = KeyRules.Of(organization),
        };
    }
}
