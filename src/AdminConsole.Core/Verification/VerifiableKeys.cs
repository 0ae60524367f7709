using AdminConsole.Data;
using AdminConsole.Keys;
using AdminConsole.Secrets;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Verification;

/// <summary>Finds the key that a presented secret belongs to.</summary>
public sealed class VerifiableKeys(ConsoleStore store, SecretHasher hasher)
{
    /// <summary>The key, of whichever organization; null when there is none. What cannot be a secret is refused without a look-up.</summary>
    public async Task<VerifiableKey?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (KeySecret.Check(secret) is not (SecretCheck.WellFormed or SecretCheck.Foreign))
        {
            return null;
        }

        await using var db = store.CreateDbContext();
        foreach (var hash in hasher.Candidates(secret))
        {
            if (await FindAsync(db, hash, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<VerifiableKey?> FindAsync(ConsoleDbContext db, SecretHash hash, CancellationToken cancellation)
    {
        var digest = hash.ToArray();
        var key = await db.ApiKeys.SingleOrDefaultAsync(key => key.SecretHash == digest && key.PepperId == hash.PepperId, cancellation);
        if (key is null)
        {
            return null;
        }

        var suspended = await db.Organizations.AnyAsync(
            organization => organization.Id == key.OrganizationId && organization.SuspendedAt != null, cancellation);
        var owner = await db.Owners
            .Where(owner => owner.Id == key.OwnerId)
            .Select(owner => new VerifiedOwner(owner.Id, owner.Kind, owner.ExternalId))
            .SingleOrDefaultAsync(cancellation);
        return new(key.Row, key.Id, key.OrganizationId, key.Kind, key.Name, owner, key.Claims, key.ToPolicy(suspended));
    }
}
