using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>
/// An owner by what the organization's own systems call it. Vendors know owners by nothing else, and have no call to add one first.
/// </summary>
/// <param name="Kind">Of an owner that is added; one that is there keeps its own.</param>
public sealed record NamedOwner(OwnerKind Kind, string ExternalId);

internal static class NamedOwners
{
    /// <summary>
    /// The organization's owner of this name. Where there is none it is added, to be saved with the change that names it, or not at all.
    /// </summary>
    public static async Task<Result<Id<Owner>>> FindOrCreateAsync(
        ConsoleDbContext db, Actor actor, Id<Organization> organization, NamedOwner named, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = PlainText.Check(named.ExternalId, KeyFields.Owner, 1, Owner.ExternalIdMaxLength);
        if (!name.Succeeded)
        {
            return name.Failures;
        }

        var known = await db.Owners.SingleOrDefaultAsync(
            owner => owner.OrganizationId == organization && owner.ExternalId == name.Value, cancellation);
        if (known is not null)
        {
            return known.Id;
        }

        if (OrganizationAccess.Refusal(actor, Permission.WriteOwners, organization, OwnerFailures.MayNotWrite) is { } refusal)
        {
            return refusal;
        }

        var added = new Owner
        {
            Id = Id<Owner>.New(now),
            OrganizationId = organization,
            Kind = named.Kind,
            ExternalId = name.Value,
            Name = name.Value,
            CreatedAt = now,
        };
        db.Owners.Add(added);
        db.AuditEntries.Add(AuditEntry.For(
            actor,
            AuditActions.OwnerCreated,
            new(organization, added.Id.ToString(), added.Name),
            now,
            AuditDetails.Of(OwnerSettings.Changes(null, OwnerSettings.Of(added)))));
        return added.Id;
    }
}
