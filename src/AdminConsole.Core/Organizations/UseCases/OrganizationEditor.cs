using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>Edits an organization's name and its rules for keys.</summary>
/// <param name="Version">The version that the edit was made from; another one is refused as stale.</param>
public sealed record EditOrganization(Id<Organization> OrganizationId, int Version, OrganizationPatch Patch);

public sealed class OrganizationEditor(ConsoleStore store, TimeProvider clock)
{
    /// <summary>
    /// Keys that break a new rule stay as they are, until what the rule is about is edited. A patch that changes nothing makes no new version.
    /// </summary>
    public Task<Result<Organization>> EditAsync(Actor actor, EditOrganization command, CancellationToken cancellation) => ChangeAsync(
        actor,
        command.OrganizationId,
        command.Version,
        AuditActions.OrganizationEdited,
        organization => Edit(organization, command.Patch),
        cancellation);

    /// <summary>Finds the organization, lets <paramref name="change"/> work on it, and records what it did.</summary>
    internal async Task<Result<Organization>> ChangeAsync(
        Actor actor,
        Id<Organization> id,
        int version,
        string action,
        Func<Organization, Result<IReadOnlyList<FieldChange>>> change,
        CancellationToken cancellation)
    {
        if (OrganizationAccess.Refusal(actor, Permission.WriteOrganization, id, OrganizationFailures.MayNotWrite) is { } refusal)
        {
            return refusal;
        }

        return await store.WriteAsync(
            async db =>
            {
                var found = await db.Organizations.SingleOrDefaultAsync(organization => organization.Id == id, cancellation);
                if (found is null)
                {
                    return OrganizationAccess.NotFound;
                }

                return found.Version == version
                    ? await ChangeAsync(db, actor, found, action, change, cancellation)
                    : OrganizationFailures.Stale(found.Version);
            },
            cancellation);
    }

    private async Task<Result<Organization>> ChangeAsync(
        ConsoleDbContext db,
        Actor actor,
        Organization organization,
        string action,
        Func<Organization, Result<IReadOnlyList<FieldChange>>> change,
        CancellationToken cancellation)
    {
        var changes = change(organization);
        if (!changes.Succeeded)
        {
            return changes.Failures;
        }

        if (changes.Value.Count > 0)
        {
            organization.Version++;
            db.AuditEntries.Add(AuditEntry.For(
                actor, action, new(organization.Id, organization.Id.ToString(), organization.Name), clock.Now(), AuditDetails.Of(changes.Value)));
            await db.SaveChangesAsync(cancellation);
        }

        return organization;
    }

    private static Result<IReadOnlyList<FieldChange>> Edit(Organization organization, OrganizationPatch patch)
    {
        var before = OrganizationSettings.Of(organization);
        var settings = patch.ApplyTo(before).Check();
        if (!settings.Succeeded)
        {
            return settings.Failures;
        }

        var rules = settings.Value.Rules;
        (organization.Name, organization.ExpiryWarningDays) = (settings.Value.Name!, settings.Value.ExpiryWarningDays);
        (organization.MaxKeyLifetimeDays, organization.RequiresAllowedNetwork) = (rules.MaxLifetimeDays, rules.RequiresNetwork);
        organization.RequiredTags = [.. rules.RequiredTags];
        return OrganizationSettings.Changes(before, settings.Value).ToList();
    }
}
