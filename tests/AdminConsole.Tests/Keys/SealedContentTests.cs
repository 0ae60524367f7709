using System.Buffers;
using AdminConsole.Keys;
using AdminConsole.Policies;
using AdminConsole.Secrets;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys;

public sealed class SealedContentTests
{
    private static readonly SecretHash Hash = new(Enumerable.Range(0, SecretHash.Size).Select(number => (byte)number).ToArray(), pepperId: 3);

    private static readonly StoredKey Full = new()
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

    private static readonly StoredKey Bare = Full with
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

    [Fact]
    public void Is_read_as_it_was_written()
    {
        Assert.Equivalent(Full, SealedContent.Read(Full.Row, Hash, Written(Full)), strict: true);
        Assert.Equivalent(Bare, SealedContent.Read(Bare.Row, Hash, Written(Bare)), strict: true);
    }

    [Fact]
    public void Differs_when_anything_that_decides_differs()
    {
        StoredKey[] others =
        [
            Full with { SecretHash = default }, Full with { Id = default }, Full with { OrganizationId = default }, Full with { Kind = KeyKind.Service },
            Full with { Name = "" }, Full with { OwnerId = null }, Full with { Version = 13 }, Full with { Enabled = false }, Full with { RevokedAt = null },
            Full with { StartsAt = null }, Full with { ExpiresAt = null }, Full with { Limits = KeyLimits.None }, Full with { Claims = null },
            Full with { Scopes = ["vm:readvm:edit"] }, Full with { AllowedCidrs = [] }, Full with { BlockedCidrs = [] }, Full with { Resources = [""] },
            Full with { Referrers = [] }, Full with { ProjectIds = [] },
        ];

        Assert.All(others, other => Assert.NotEqual(Written(Full), Written(other)));
    }

    private static byte[] Written(StoredKey key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SealedContent.Write(buffer, key);
        return buffer.WrittenSpan.ToArray();
    }
}
