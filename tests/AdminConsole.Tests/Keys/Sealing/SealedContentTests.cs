using System.Buffers;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Policies;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Sealing;

public sealed class SealedContentTests
{
    private static readonly StoredKey Full = StoredKeys.Full;
    private static readonly StoredKey Bare = StoredKeys.Bare;

    [Fact]
    public void Is_read_as_it_was_written()
    {
        Assert.Equivalent(Full, SealedContent.Read(Full.Row, StoredKeys.Hash, Written(Full)), strict: true);
        Assert.Equivalent(Bare, SealedContent.Read(Bare.Row, StoredKeys.Hash, Written(Bare)), strict: true);
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
