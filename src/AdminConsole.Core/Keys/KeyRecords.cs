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

/// <summary>What one change of a key leaves behind beside the key.</summary>
internal sealed record KeyRecord(PolicyVersion Version, AuditEntry Entry);

/// <summary>
/// The frame around every change to a key: one transaction holds the key, its policy version and the audit entry, so that
/// none of the three is ever without the others.
/// </summary>
public sealed class KeyRecords(ConsoleStore store, KeySealer sealer, KeyChangeFeed changes, TimeProvider clock)
{
    /// <summary>Adds the key that <paramref name="issue"/> makes, and tells of it.</summary>
    internal async Task<Result<T>> AddAsync<T>(
        Actor actor, Func<ConsoleDbContext, DateTimeOffset, Task<Result<(ApiKey Key, T Answer)>>> issue, CancellationToken cancellation)
    {
        var issued = await store.WriteAsync(
            async db =>
            {
                var now = clock.Now();
                var made = await issue(db, now);
                if (made.Succeeded)
                {
                    db.ApiKeys.Add(made.Value.Key);
                    Record(db, made.Value.Key, actor, AuditActions.KeyIssued, before: null, now);
                    await db.SaveChangesAsync(cancellation);
                }

                return made;
            },
            cancellation);
        if (!issued.Succeeded)
        {
            return issued.Failures.ToList();
        }

        await changes.AnnounceAsync(issued.Value.Key.Row);
        return issued.Value.Answer;
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

        var changed = await store.WriteAsync(
            async db =>
            {
                var key = await db.ApiKeys.SingleOrDefaultAsync(
                    key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation);
                return key switch
                {
                    null => KeyFailures.NotFound,
                    { Kind: KeyKind.Managed } => KeyFailures.Managed,

                    // A change would seal what somebody else has written; only revoking goes through.
                    _ when action is not AuditActions.KeyRevoked && !sealer.IsIntact(StoredKey.Of(key)) => KeyFailures.SealBroken,
                    _ => await ChangeAsync(db, key, actor, action, change, cancellation),
                };
            },
            cancellation);
        if (!changed.Succeeded)
        {
            return changed.Failures.ToList();
        }

        // Told before the answer is sent: whoever revoked a key can rely on it.
        await changes.AnnounceAsync(changed.Value.Row);
        return changed.Value.Version;
    }

    private async Task<Result<ApiKey>> ChangeAsync(
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

        return key;
    }

    /// <summary>Seals the key, and makes what is kept of the change beside it.</summary>
    internal KeyRecord RecordOf(ApiKey key, Actor actor, string action, KeySnapshot? before, DateTimeOffset now)
    {
        key.SealWith(sealer);
        var after = KeySnapshot.Of(key);
        return new(
            PolicyVersion.Of(key, after, actor, action, now),
            AuditEntry.For(actor, action, new(key.OrganizationId, key.Id.ToString(), key.Name), now, KeySnapshot.ChangesAsJson(before, after)));
    }

    private void Record(ConsoleDbContext db, ApiKey key, Actor actor, string action, KeySnapshot? before, DateTimeOffset now)
    {
        var record = RecordOf(key, actor, action, before, now);
        db.PolicyVersions.Add(record.Version);
        db.AuditEntries.Add(record.Entry);
    }
}
