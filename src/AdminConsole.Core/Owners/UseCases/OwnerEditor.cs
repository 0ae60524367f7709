using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Owners.UseCases;

public sealed record CreateOwner(Id<Organization> OrganizationId, OwnerSettings Settings)
{
    /// <summary>See <see cref="Owner.CreatorId"/>.</summary>
    public Id<Owner>? CreatorId { get; init; }
}

/// <param name="Version">The version that the edit was made from; another one is refused as stale.</param>
public sealed record EditOwner(OwnerTarget Target, int Version, OwnerPatch Patch);

/// <param name="Version">The version that was looked at; another one is refused as stale.</param>
public sealed record DeleteOwner(OwnerTarget Target, int Version);

/// <summary>Adds, edits and deletes owners.</summary>
public sealed class OwnerEditor(ConsoleStore store, KeyChangeNotifier changes, TimeProvider clock)
{
    public Task<Result<Owner>> CreateAsync(Actor actor, CreateOwner command, CancellationToken cancellation) => WriteAsync(
        actor,
        command.OrganizationId,
        async db =>
        {
            var id = Id<Owner>.New(clock.Now());
            var settings = await CheckAsync(db, new(command.OrganizationId, id), command.Settings, cancellation);
            if (!settings.Succeeded)
            {
                return settings.Failures;
            }

            var added = New(id, command, settings.Value);
            db.Owners.Add(added);
            Audit(db, actor, AuditActions.OwnerCreated, added, OwnerSettings.Changes(null, settings.Value));
            return added;
        },
        cancellation);

    /// <summary>A patch that changes nothing makes no new version.</summary>
    public async Task<Result<Owner>> EditAsync(Actor actor, EditOwner command, CancellationToken cancellation)
    {
        IReadOnlyCollection<long> keys = [];
        var edited = await ChangeAsync(
            actor,
            command.Target,
            command.Version,
            async (db, owner) =>
            {
                keys = await db.ApiKeys.Where(key => key.OwnerId == owner.Id).Select(key => key.Row).ToListAsync(cancellation);
                return await EditAsync(db, owner, actor, command, cancellation);
            },
            cancellation);
        if (edited.Succeeded)
        {
            // Verifications hand the owner out with each of its keys.
            await changes.AnnounceAsync(keys);
        }

        return edited;
    }

    /// <summary>Only one that no key acts for.</summary>
    public Task<Result<Owner>> DeleteAsync(Actor actor, DeleteOwner command, CancellationToken cancellation) => ChangeAsync(
        actor,
        command.Target,
        command.Version,
        async (db, owner) =>
        {
            var keys = await db.ApiKeys.CountAsync(key => key.OwnerId == owner.Id, cancellation);
            if (keys > 0)
            {
                return OwnerFailures.InUse(keys);
            }

            db.Owners.Remove(owner);
            Audit(db, actor, AuditActions.OwnerDeleted, owner, OwnerSettings.Changes(OwnerSettings.Of(owner), null));
            return owner;
        },
        cancellation);

    private async Task<Result<Owner>> EditAsync(ConsoleDbContext db, Owner owner, Actor actor, EditOwner command, CancellationToken cancellation)
    {
        var before = OwnerSettings.Of(owner);
        var settings = await CheckAsync(db, command.Target, command.Patch.ApplyTo(before), cancellation);
        if (!settings.Succeeded)
        {
            return settings.Failures;
        }

        if (OwnerSettings.Changes(before, settings.Value) is { Count: > 0 } changed)
        {
            (owner.Kind, owner.ExternalId, owner.Name) = (settings.Value.Kind!.Value, settings.Value.ExternalId!, settings.Value.Name!);
            owner.Version++;
            Audit(db, actor, AuditActions.OwnerEdited, owner, changed);
        }

        return owner;
    }

    private Owner New(Id<Owner> id, CreateOwner command, OwnerSettings settings) => new()
    {
        Id = id,
        OrganizationId = command.OrganizationId,
        CreatorId = command.CreatorId,
        Kind = settings.Kind!.Value,
        ExternalId = settings.ExternalId!,
        Name = settings.Name!,
        CreatedAt = clock.Now(),
    };

    private Task<Result<Owner>> ChangeAsync(
        Actor actor, OwnerTarget target, int version, Func<ConsoleDbContext, Owner, Task<Result<Owner>>> change, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            target.OrganizationId,
            async db =>
            {
                var found = await db.Owners.OneAsync(target, cancellation);
                if (!found.Succeeded)
                {
                    return found;
                }

                return found.Value.Version == version ? await change(db, found.Value) : OwnerFailures.Stale(found.Value.Version);
            },
            cancellation);

    private async Task<Result<Owner>> WriteAsync(
        Actor actor, Id<Organization> organization, Func<ConsoleDbContext, Task<Result<Owner>>> work, CancellationToken cancellation) =>
        OrganizationAccess.Refusal(actor, Permission.WriteOwners, organization, OwnerFailures.MayNotWrite) is { } refusal
            ? refusal
            : await store.SaveAsync(work, cancellation);

    private static async Task<Result<OwnerSettings>> CheckAsync(
        ConsoleDbContext db, OwnerTarget target, OwnerSettings given, CancellationToken cancellation)
    {
        var settings = given.Check();
        if (!settings.Succeeded)
        {
            return settings;
        }

        var isTaken = await db.Owners.AnyAsync(
            owner => owner.OrganizationId == target.OrganizationId && owner.ExternalId == settings.Value.ExternalId && owner.Id != target.OwnerId,
            cancellation);
        return isTaken ? OwnerFailures.ExternalIdTaken : settings;
    }

    private void Audit(
        ConsoleDbContext db, Actor actor, string action, Owner owner, IReadOnlyList<FieldChange> changed) => db.AuditEntries.Add(AuditEntry.For(
        actor, action, new(owner.OrganizationId, owner.Id.ToString(), owner.Name), clock.Now(), AuditDetails.Of(changed)));
}
