using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using AdminConsole.History;
using AdminConsole.Organizations;
using AdminConsole.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Keys;

/// <summary>Which key of which organization.</summary>
public sealed record KeyTarget(Id<Organization> OrganizationId, Id<ApiKey> KeyId);

/// <summary>What a change did: nothing, because the key was so already, or something worth a version.</summary>
internal enum ChangeOutcome
{
    Unchanged,
    Changed,
}

/// <summary>
/// The frame around every change to a key: one transaction holds the key, its policy version and the audit entry, so that
/// none of the three is ever without the others.
/// </summary>
public sealed class KeyRecords(ConsoleStore store, TimeProvider clock)
{
    internal static async Task AddAsync(ConsoleDbContext db, ApiKey key, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        db.ApiKeys.Add(key);
        Record(db, key, actor, AuditActions.KeyIssued, before: null, now);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Finds the key, lets <paramref name="change"/> work on it, and records what it did.</summary>
    internal async Task<Result<int>> ChangeAsync(
        Actor actor,
        Permission permission,
        KeyTarget target,
        string action,
        Func<ConsoleDbContext, ApiKey, DateTimeOffset, Task<Result<ChangeOutcome>>> change,
        CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, permission, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        return await store.WriteAsync(
            async db =>
            {
                var key = await db.ApiKeys.SingleOrDefaultAsync(
                    key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation);
                return key switch
                {
                    null => KeyFailures.NotFound,
                    { Kind: KeyKind.Managed } => KeyFailures.Managed,
                    _ => await ChangeAsync(db, key, actor, action, change, cancellation),
                };
            },
            cancellation);
    }

    private async Task<Result<int>> ChangeAsync(
        ConsoleDbContext db,
        ApiKey key,
        Actor actor,
        string action,
        Func<ConsoleDbContext, ApiKey, DateTimeOffset, Task<Result<ChangeOutcome>>> change,
        CancellationToken cancellation)
    {
        var now = clock.Now();
        var before = KeySnapshot.Of(key);
        var outcome = await change(db, key, now);
        if (!outcome.Succeeded)
        {
            return outcome.Failures.ToList();
        }

        if (outcome.Value is ChangeOutcome.Changed)
        {
            key.Stamp(actor, now);
            Record(db, key, actor, action, before, now);
            await db.SaveChangesAsync(cancellation);
        }

        return key.Version;
    }

    internal static void Record(ConsoleDbContext db, ApiKey key, Actor actor, string action, KeySnapshot? before, DateTimeOffset now)
    {
        var after = KeySnapshot.Of(key);
        db.PolicyVersions.Add(PolicyVersion.Of(key, after, actor, action, now));
        db.AuditEntries.Add(AuditEntry.For(
            actor, action, new(key.OrganizationId, key.Id.ToString(), key.Name), now, KeySnapshot.ChangesAsJson(before, after)));
    }
}
