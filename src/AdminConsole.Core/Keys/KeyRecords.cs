using AdminConsole.Core.Actors;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.History;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys;

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
    /// <summary>Adds the key that <paramref name="make"/> makes, unless the request has made one before, and tells of every key it touched.</summary>
    internal async Task<Result<IssuedKey>> AddAsync(
        Actor actor, IssueRequest? request, Func<ConsoleDbContext, DateTimeOffset, Task<Result<NewKey>>> make, CancellationToken cancellation)
    {
        IReadOnlyCollection<long> touched = [];
        var added = await store.WriteAsync(
            async db =>
            {
                var made = await AddAsync(db, actor, request, make, cancellation);
                touched = [.. db.ApiKeys.Local.Select(key => key.Row)];
                return made;
            },
            cancellation);
        if (!added.Succeeded)
        {
            return added.Failures;
        }

        await changes.AnnounceAsync(touched);
        var (key, secret) = added.Value;
        return new IssuedKey(key.Id, key.Name, key.Version, secret);
    }

    private async Task<Result<NewKey>> AddAsync(
        ConsoleDbContext db,
        Actor actor,
        IssueRequest? request,
        Func<ConsoleDbContext, DateTimeOffset, Task<Result<NewKey>>> make,
        CancellationToken cancellation)
    {
        var now = clock.Now();
        if (request is not null && await request.RefuseRepetitionAsync(db, now, cancellation) is { } repetition)
        {
            return repetition;
        }

        var made = await make(db, now);
        if (made.Succeeded)
        {
            var key = made.Value.Key;
            db.ApiKeys.Add(key);
            request?.Remember(db, key, now);
            Record(db, key, actor, AuditActions.KeyIssued, before: null, now);
            await db.SaveChangesAsync(cancellation);
        }

        return made;
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
                // Of a key that somebody else has written, only revoking goes through.
                var key = await (action is AuditActions.KeyRevoked ? FindSealedOrNotAsync(db, target, cancellation) : FindAsync(db, target, cancellation));
                return key.Succeeded ? await ChangeAsync(db, key.Value, actor, action, change, cancellation) : key;
            },
            cancellation);
        if (!changed.Succeeded)
        {
            return changed.Failures;
        }

        // Told before the answer is sent: whoever revoked a key can rely on it.
        await changes.AnnounceAsync(changed.Value.Row);
        return changed.Value.Version;
    }

    /// <summary>The key, when it may be changed at all.</summary>
    internal async Task<Result<ApiKey>> FindAsync(ConsoleDbContext db, KeyTarget target, CancellationToken cancellation)
    {
        var key = await FindSealedOrNotAsync(db, target, cancellation);

        // A change would seal what somebody else has written, and a copy would too.
        return key.Succeeded && !sealer.IsIntact(StoredKey.Of(key.Value)) ? KeyFailures.SealBroken : key;
    }

    /// <summary>The same, also when somebody else has written it.</summary>
    private static async Task<Result<ApiKey>> FindSealedOrNotAsync(ConsoleDbContext db, KeyTarget target, CancellationToken cancellation)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(
            key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation);
        return key switch
        {
            null => KeyFailures.NotFound,
            { Kind: KeyKind.Managed } => KeyFailures.Managed,
            _ => key,
        };
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
            return outcome.Failures;
        }

        if (outcome.Value is ChangeOutcome.Changed)
        {
            RecordChange(db, key, actor, action, before, now);
            await db.SaveChangesAsync(cancellation);
        }

        return key;
    }

    /// <summary>Ends a change of a key within a larger write.</summary>
    internal void RecordChange(ConsoleDbContext db, ApiKey key, Actor actor, string action, KeySnapshot before, DateTimeOffset now)
    {
        key.Stamp(actor, now);
        Record(db, key, actor, action, before, now);
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
