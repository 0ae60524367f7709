using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>Reads all that may be shown of keys: with the names of their owners and projects, and with uses that are not written down yet.</summary>
public sealed class KeyDetailsQueries(UsageBuffer usage, TimeProvider clock)
{
    internal async Task<IReadOnlyList<KeyDetails>> ReadAsync(
        ConsoleDbContext db, Id<Organization> organization, IReadOnlyList<ApiKey> keys, CancellationToken cancellation)
    {
        var warning = await ExpiryWarning.OfAsync(db, organization, cancellation) ?? TimeSpan.Zero;
        var projectIds = keys.SelectMany(key => key.Settings.ProjectIds).Distinct().ToList();
        var projects = await db.Projects
            .Where(project => projectIds.Contains(project.Id))
            .OrderBy(project => project.Name)
            .Select(project => new ProjectSummary(project.Id, project.Name))
            .ToListAsync(cancellation);
        var ownerIds = keys.Select(key => key.OwnerId).OfType<Id<Owner>>().Distinct().ToList();
        var owners = await db.Owners
            .Where(owner => ownerIds.Contains(owner.Id))
            .Select(owner => new OwnerSummary(owner.Id, owner.Kind, owner.Name, owner.ExternalId))
            .ToDictionaryAsync(owner => owner.Id, cancellation);
        var others = await OthersAsync(db, organization, keys, warning, cancellation);
        return [.. keys.Select(key => Details(key, warning, projects, owners) with
        {
            Predecessor = key.Replaces is { } replaced ? others.GetValueOrDefault(replaced) : null,
            Successor = key.ReplacedBy is { } successor ? others.GetValueOrDefault(successor) : null,
        })];
    }

    /// <summary>The keys that these replace, or are replaced by.</summary>
    private async Task<Dictionary<Id<ApiKey>, KeyReference>> OthersAsync(
        ConsoleDbContext db, Id<Organization> organization, IReadOnlyList<ApiKey> keys, TimeSpan warning, CancellationToken cancellation)
    {
        var ids = keys.SelectMany(key => new[] { key.Replaces, key.ReplacedBy }).OfType<Id<ApiKey>>().Distinct().ToList();
        var now = clock.Now();
        return ids.Count == 0 ? [] : await db.ApiKeys
            .Where(key => key.OrganizationId == organization && ids.Contains(key.Id))
            .Select(key => new KeyReference(key.Id, key.Name, KeyStatuses.At(now, warning, key.RevokedAt, key.Enabled, key.StartsAt, key.ExpiresAt)))
            .ToDictionaryAsync(key => key.Id, cancellation);
    }

    private KeyDetails Details(ApiKey key, TimeSpan warning, IReadOnlyList<ProjectSummary> projects, Dictionary<Id<Owner>, OwnerSummary> owners)
    {
        var settings = key.Settings;
        return key
            .ToDetails(
                key.StatusAt(clock.Now(), warning),
                settings,
                key.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null,
                [.. projects.Where(project => settings.ProjectIds.Contains(project.Id))])
            .Used(usage.LastUseOf(key.Row));
    }
}
