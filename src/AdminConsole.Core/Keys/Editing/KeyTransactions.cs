using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.History;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>What one change of a key leaves behind beside the key.</summary>
internal sealed record KeyRecord(PolicyVersion Version, AuditEntry Entry);

/// <summary>
/// The frame around every change to a key: one transaction holds the key, its policy version and the audit entry, so that
/// none of the three is ever without the others.
/// </summary>
public sealed class KeyTransactions(ConsoleStore store, KeySealer sealer, KeyChangeNotifier changes, TimeProvider clock)
{
    /// <summary>Adds the key that <paramref name="make"/> makes, unless the request has made one before, and tells of every key it touched.</summary>
    internal async Task<Result<CreatedKey>> CreateAsync(
        Actor actor, IdempotentRequest? request, Func<ConsoleDbContext, DateTimeOffset, Task<Result<NewKey>>> make, CancellationToken cancellation)
    {
        IReadOnlyCollection<long> touched = [];
        var added = await store.WriteAsync(
            async db =>
            {
                var made = await CreateAsync(db, actor, request, make, cancellation);
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
        return new CreatedKey(key.Id, key.Name, key.Version, secret);
    }

    private async Task<Result<NewKey>> CreateAsync(
        ConsoleDbContext db,
        Actor actor,
        IdempotentRequest? request,
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
            Record(db, key, actor, AuditActions.KeyCreated, before: null, now);
            await db.SaveChangesAsync(cancellation);
        }

        return made;
    }

    /// <summary>Reads a key that the actor may change. Waits for no writer.</summary>
    internal async Task<Result<T>> ReadAsync<T>(
        Actor actor, Permission permission, KeyTarget target, Func<ConsoleDbContext, ApiKey, Task<Result<T>>> read, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, permission, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        var key = await FindAsync(db, target, cancellation);
        return key.Succeeded ? await read(db, key.Value) : key.Failures;
    }

    /// <summary>
    /// Finds the key, lets <paramref name="change"/> work on it, and records what it did. It is tried on a copy first: what is refused, or changes
    /// nothing, waits for no writer and is announced to nobody.
    /// </summary>
    internal async Task<Result<int>> ChangeAsync(
        Actor actor, Permission permission, KeyTarget target, string action, KeyWork change, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, permission, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var tried = await TryAsync(target, action, change, cancellation);
        if (!tried.Succeeded || tried.Value.Outcome is ChangeOutcome.Unchanged)
        {
            return tried.Succeeded ? tried.Value.Key.Version : tried.Failures;
        }

        var changed = await store.WriteAsync(
            async db =>
            {
                var now = clock.Now();
                var applied = await ApplyAsync(db, target, action, change, now, cancellation);
                if (applied is { Succeeded: true, Value: { Outcome: ChangeOutcome.Changed, Key: var key, Before: var before } })
                {
                    RecordChange(db, key, actor, action, before, now);
                    await db.SaveChangesAsync(cancellation);
                }

                return applied;
            },
            cancellation);
        if (!changed.Succeeded)
        {
            return changed.Failures;
        }

        // Told before the answer is sent: whoever revoked a key can rely on it.
        await changes.AnnounceAsync(changed.Value.Key.Row);
        return changed.Value.Key.Version;
    }

    private async Task<Result<AppliedChange>> TryAsync(KeyTarget target, string action, KeyWork change, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        return await ApplyAsync(db, target, action, change, clock.Now(), cancellation);
    }

    private async Task<Result<AppliedChange>> ApplyAsync(
        ConsoleDbContext db, KeyTarget target, string action, KeyWork change, DateTimeOffset now, CancellationToken cancellation)
    {
        // Of a key that somebody else has written, only revoking goes through.
        var key = await (action is AuditActions.KeyRevoked ? FindSealedOrNotAsync(db, target, cancellation) : FindAsync(db, target, cancellation));
        if (!key.Succeeded)
        {
            return key.Failures;
        }

        var before = KeySnapshot.Of(key.Value);
        var outcome = await change(db, key.Value, now);
        return outcome.Succeeded ? new AppliedChange(key.Value, before, outcome.Value) : outcome.Failures;
    }

    /// <summary>The key, when it may be changed at all.</summary>
    internal async Task<Result<ApiKey>> FindAsync(ConsoleDbContext db, KeyTarget target, CancellationToken cancellation)
    {
        var key = await FindSealedOrNotAsync(db, target, cancellation);

        // A change would seal what somebody else has written, and a copy would too.
        return key.Succeeded && !sealer.IsIntact(KeyRow.Of(key.Value)) ? KeyFailures.TamperDetected : key;
    }

    /// <summary>The same, also when somebody else has written it.</summary>
    private static async Task<Result<ApiKey>> FindSealedOrNotAsync(ConsoleDbContext db, KeyTarget target, CancellationToken cancellation)
    {
        var key = await db.ApiKeys.Include(key => key.Index).SingleOrDefaultAsync(
            key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation);
        return key switch
        {
            null => KeyFailures.NotFound,
            { Kind: KeyKind.Managed } => KeyFailures.Managed,
            _ => key,
        };
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
        sealer.Seal(key);
        var after = KeySnapshot.Of(key);
        return new(
            PolicyVersion.Of(key, actor, action, now),
            AuditEntry.For(actor, action, new(key.OrganizationId, key.Id.ToString(), key.Name), now, KeySnapshot.ChangesAsJson(before, after)));
    }

    private void Record(ConsoleDbContext db, ApiKey key, Actor actor, string action, KeySnapshot? before, DateTimeOffset now)
    {
        var record = RecordOf(key, actor, action, before, now);
        db.PolicyVersions.Add(record.Version);
        db.AuditEntries.Add(record.Entry);
    }

    /// <summary>A change that is not saved yet.</summary>
    private sealed record AppliedChange(ApiKey Key, KeySnapshot Before, ChangeOutcome Outcome);
}
