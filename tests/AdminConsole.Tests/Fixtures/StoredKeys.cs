using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Keys as they are stored.</summary>
internal static class StoredKeys
{
    public static readonly SecretHash Hash = new(Enumerable.Range(0, SecretHash.Size).Select(number => (byte)number).ToArray(), pepperId: 3);

    /// <summary>Everything is set.</summary>
    public static readonly StoredKey Full = new()
    {
        Row = 7,
        SecretHash = Hash,
        Seal = [],
        Id = new(Guid.NewGuid()),
        OrganizationId = new(Guid.NewGuid()),
        Kind = KeyKind.Management,
        Name = "Zähler – 計数",
        OwnerId = new(Guid.NewGuid()),
        Version = 12,
        Enabled = true,
        RevokedAt = A.Monday,
        StartsAt = A.Monday.AddDays(-1),
        ExpiresAt = A.Monday.AddMilliseconds(1),
        Limits = new(1000, 50, "hitsPerPage=5"),
        Claims = """{"plan":"pro"}""",
        Scopes = ["vm:read", "vm:edit"],
        AllowedCidrs = ["10.0.0.0/8", "2001:db8::/32"],
        BlockedCidrs = ["10.9.0.0/16"],
        Resources = ["docs_*"],
        Referrers = ["*.example.com"],
        ProjectIds = [new(Guid.NewGuid()), new(Guid.NewGuid())],
    };

    /// <summary>Nothing is that need not be.</summary>
    public static readonly StoredKey Bare = Full with
    {
        OwnerId = null,
        RevokedAt = null,
        StartsAt = null,
        ExpiresAt = null,
        Limits = KeyLimits.None,
        Claims = null,
        Scopes = [],
        AllowedCidrs = [],
        BlockedCidrs = [],
        Resources = [],
        Referrers = [],
        ProjectIds = [],
    };
}
