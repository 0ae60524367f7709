using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Deletes revoked keys. Their audit entries stay, and say what the key was.</summary>
public sealed partial class DeleteKeyHandler(
    ConsoleStore store, KeyTransactions transactions, KeyChangeNotifier changes, TimeProvider clock, ILogger<DeleteKeyHandler> logger)
{
    /// <summary>Needs no version: a revoked key never changes. Gives the id of the key that is gone.</summary>
    public async Task<Result<Id<ApiKey>>> DeleteAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.WriteKeys, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var row = await store.WriteAsync(db => DeleteAsync(db, actor, target, cancellation), cancellation);
        if (!row.Succeeded)
        {
            return row.Failures;
        }

        await changes.AnnounceAsync(row.Value);
        LogDeleted(target.KeyId, target.OrganizationId, actor.Id);
        return target.KeyId;
    }

    private async Task<Result<long>> DeleteAsync(ConsoleDbContext db, Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        var found = await transactions.FindAsync(db, target, cancellation);
        if (!found.Succeeded)
        {
            return found.Failures;
        }

        var key = found.Value;
        if (!key.IsRevoked)
        {
            return KeyFailures.NotRevoked;
        }

        var last = KeySnapshot.Of(key);
        var details = KeySnapshot.ChangesAsJson(last, last with { Settings = new() });
        db.AuditEntries.Add(
            AuditEntry.For(actor, AuditActions.KeyDeleted, new(key.OrganizationId, key.Id.ToString(), key.Name), clock.Now(), details));
        await db.PolicyVersions.Where(version => version.KeyId == key.Id).ExecuteDeleteAsync(cancellation);
        db.ApiKeys.Remove(key);
        await db.SaveChangesAsync(cancellation);
        return key.Row;
    }

    [LoggerMessage(1, LogLevel.Information, "Deleted key {KeyId} of organization {OrganizationId} for {ActorId}")]
    private partial void LogDeleted(Id<ApiKey> keyId, Id<Organization> organizationId, string actorId);
}
