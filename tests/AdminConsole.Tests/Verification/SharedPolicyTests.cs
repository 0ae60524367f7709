using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

public sealed class SharedPolicyTests
{
    // Keys with patterns or projects have policies of their own.
    private static readonly StoredKey Key = StoredKeys.Full with { Resources = [], Referrers = [], ProjectIds = [] };

    [Fact]
    public void Keys_that_differ_in_nothing_that_decides_share_their_policy()
    {
        var alike = Key with { Row = 8, Id = default, OrganizationId = default, Name = "other", OwnerId = null, Claims = null };

        // Another policy may take its place in between, of a test that runs beside this one: not each time.
        Assert.Contains(Enumerable.Range(0, 100), _ => ReferenceEquals(Policy(Key), Policy(alike)));
    }

    [Fact]
    public void Keys_that_differ_in_anything_that_decides_do_not()
    {
        StoredKey[] others =
        [
            Key with { Version = 13 }, Key with { Enabled = false }, Key with { RevokedAt = null }, Key with { RevokedAt = A.Monday.AddMilliseconds(1) },
            Key with { StartsAt = null }, Key with { ExpiresAt = null }, Key with { Limits = KeyLimits.None }, Key with { Limits = Key.Limits with { MaxHitsPerQuery = 51 } },
            Key with { Scopes = ["vm:read"] }, Key with { Scopes = ["vm:edit", "vm:read"] }, Key with { AllowedCidrs = ["10.0.0.0/8"] },
            Key with { AllowedCidrs = Key.BlockedCidrs, BlockedCidrs = Key.AllowedCidrs }, Key with { Resources = ["docs_a"] }, Key with { Referrers = ["*.example.com"] },
            Key with { ProjectIds = [default] },
        ];

        Assert.All(others, other => Assert.NotEqual(Policy(Key), Policy(other)));
        Assert.NotEqual(Policy(Key), Policy(Key, Key.OrganizationId));
    }

    private static KeyPolicy Policy(StoredKey key, params Id<Organization>[] suspended) =>
        VerifiableKey.Of(key, new(new Dictionary<Id<Owner>, VerifiedOwner>(), suspended.ToHashSet())).Policy;
}
