using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Explaining;

/// <summary>Finds policies of the past, to decide requests of their time again.</summary>
public sealed class PastDecisions(ConsoleStore store)
{
    private static readonly Failure NoSuchVersion =
        new(FailureKind.NotFound, "key.version_not_found", "The key has no such version.", KeyFields.Version);

    /// <summary>The key's policy as it stood at one version, for the instant given.</summary>
    public async Task<Result<KeyPolicy>> PolicyAsync(Actor actor, KeyTarget target, int version, DateTimeOffset at, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        if (!await db.ApiKeys.AnyAsync(key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId, cancellation))
        {
            return KeyFailures.NotFound;
        }

        var row = await db.PolicyVersions.SingleOrDefaultAsync(row => row.KeyId == target.KeyId && row.Version == version, cancellation);
        if (row is null)
        {
            return NoSuchVersion;
        }

        // An organization has no versions: a suspension that still stands is dated, one that was lifted has left no trace.
        var suspended = await db.Organizations.AnyAsync(
            organization => organization.Id == target.OrganizationId && organization.SuspendedAt <= at, cancellation);
        return KeyDocument.Read(row.Document).ToPolicy(version, suspended);
    }
}
