using AdminConsole.Data;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Verification;

/// <summary>What a key's policy and answers take from other tables.</summary>
internal sealed class KeySurroundings(IReadOnlyDictionary<Id<Owner>, VerifiedOwner> owners, IReadOnlySet<Id<Organization>> suspended)
{
    /// <summary>For every key.</summary>
    public static Task<KeySurroundings> LoadAsync(ConsoleDbContext db, CancellationToken cancellation) => LoadAsync(db, db.Owners, cancellation);

    /// <summary>For the keys of these rows.</summary>
    public static Task<KeySurroundings> LoadAsync(ConsoleDbContext db, IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        LoadAsync(db, db.Owners.Where(owner => db.ApiKeys.Any(key => rows.Contains(key.Row) && key.OwnerId == owner.Id)), cancellation);

    public VerifiedOwner? Owner(Id<Owner>? id) => id is { } known ? owners.GetValueOrDefault(known) : null;

    public bool IsSuspended(Id<Organization> organization) => suspended.Contains(organization);

    private static async Task<KeySurroundings> LoadAsync(ConsoleDbContext db, IQueryable<Owner> owners, CancellationToken cancellation) => new(
        await owners
            .Select(owner => new VerifiedOwner(owner.Id, owner.Kind, owner.ExternalId))
            .ToDictionaryAsync(owner => owner.Id, cancellation),
        await db.Organizations
            .Where(organization => organization.SuspendedAt != null)
            .Select(organization => organization.Id)
            .ToHashSetAsync(cancellation));
}
