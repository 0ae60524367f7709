using AdminConsole.Data;
using AdminConsole.Organizations;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Keys;

internal static class KeyContexts
{
    /// <summary>What the check of these settings must know; null when there is no such organization.</summary>
    public static async Task<KeySettingsContext?> LoadAsync(
        ConsoleDbContext db, Id<Organization> id, KeySettings settings, KeyKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(organization => organization.Id == id, cancellation);
        if (organization is null)
        {
            return null;
        }

        var projects = await db.Projects
            .Where(project => project.OrganizationId == id && settings.ProjectIds.Contains(project.Id))
            .Select(project => project.Id)
            .ToListAsync(cancellation);
        var owners = await db.Owners
            .Where(owner => owner.OrganizationId == id && owner.Id == settings.OwnerId)
            .Select(owner => owner.Id)
            .ToListAsync(cancellation);
        return new(
            now,
            kind,
            projects.ToHashSet(),
            owners.ToHashSet(),
            organization.ScopeCatalogue.Select(scope => scope.Scope).ToHashSet(StringComparer.Ordinal))
        {
            Rules = KeyRules.Of(organization),
        };
    }
}
