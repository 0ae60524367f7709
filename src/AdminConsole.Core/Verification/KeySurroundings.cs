using System.Data.Common;
using AdminConsole.Data;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Verification;

/// <summary>What a key's policy and answers take from other tables.</summary>
internal sealed class KeySurroundings(IReadOnlyDictionary<Id<Owner>, VerifiedOwner> owners, IReadOnlySet<Id<Organization>> suspended)
{
    /// <summary>For every key, at start.</summary>
    public static async Task<KeySurroundings> LoadAsync(DbConnection connection, CancellationToken cancellation)
    {
        var owners = await connection.ReadAsync(
            "SELECT \"Id\", \"Kind\", \"ExternalId\" FROM \"Owners\"",
            row => new VerifiedOwner(new(row.GetGuid(0)), Enum.Parse<OwnerKind>(row.GetString(1)), row.GetString(2)),
            cancellation);
        var suspended = await connection.ReadAsync(
            "SELECT \"Id\" FROM \"Organizations\" WHERE \"SuspendedAt\" IS NOT NULL", row => new Id<Organization>(row.GetGuid(0)), cancellation);
        return new(owners.ToDictionary(owner => owner.Id), suspended.ToHashSet());
    }

    /// <summary>For the keys of these rows.</summary>
    public static async Task<KeySurroundings> LoadAsync(ConsoleDbContext db, IReadOnlyCollection<long> rows, CancellationToken cancellation) => new(
        await db.Owners
            .Where(owner => db.ApiKeys.Any(key => rows.Contains(key.Row) && key.OwnerId == owner.Id))
            .Select(owner => new VerifiedOwner(owner.Id, owner.Kind, owner.ExternalId))
            .ToDictionaryAsync(owner => owner.Id, cancellation),
        await db.Organizations
            .Where(organization => organization.SuspendedAt != null)
            .Select(organization => organization.Id)
            .ToHashSetAsync(cancellation));

    public VerifiedOwner? Owner(Id<Owner>? id) => id is { } known ? owners.GetValueOrDefault(known) : null;

    public bool IsSuspended(Id<Organization> organization) => suspended.Contains(organization);
}
