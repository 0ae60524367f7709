using System.Data.Common;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>What a key's policy and answers take from other tables.</summary>
internal sealed class KeyReferences(IReadOnlyDictionary<Id<Owner>, VerifiedOwner> owners, IReadOnlySet<Id<Organization>> suspended)
{
    public static readonly KeyReferences None = new(new Dictionary<Id<Owner>, VerifiedOwner>(), new HashSet<Id<Organization>>());

    private const string Owners = """
        SELECT "Id", "Kind", "ExternalId" FROM "Owners"
        """;

    private const string OwnersOfAsked = $"""
        {Owners} WHERE "Id" IN (SELECT "OwnerId" FROM "ApiKeys" WHERE "Row" IN {PlainSql.AskedRows})
        """;

    private const string Suspended = """
        SELECT "Id" FROM "Organizations" WHERE "SuspendedAt" IS NOT NULL
        """;

    /// <summary>For every key, at start.</summary>
    public static async Task<KeyReferences> LoadAsync(DbConnection connection, CancellationToken cancellation) =>
        await LoadAsync(connection, await connection.ReadAsync(Owners, Owner, cancellation), cancellation);

    /// <summary>For the keys of these rows.</summary>
    public static async Task<KeyReferences> LoadAsync(DbConnection connection, IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        await LoadAsync(connection, await connection.ReadAsync(OwnersOfAsked, rows, Owner, cancellation), cancellation);

    public VerifiedOwner? Owner(Id<Owner>? id) => id is { } known ? owners.GetValueOrDefault(known) : null;

    public bool IsSuspended(Id<Organization> organization) => suspended.Contains(organization);

    private static VerifiedOwner Owner(DbDataReader row) => new(new(row.GetGuid(0)), Enum.Parse<OwnerKind>(row.GetString(1)), row.GetString(2));

    private static async Task<KeyReferences> LoadAsync(DbConnection connection, List<VerifiedOwner> owners, CancellationToken cancellation)
    {
        var suspended = await connection.ReadAsync(Suspended, row => new Id<Organization>(row.GetGuid(0)), cancellation);
        return new(owners.ToDictionary(owner => owner.Id), suspended.ToHashSet());
    }
}
