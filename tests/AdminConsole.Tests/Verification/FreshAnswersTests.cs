using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

/// <summary>Random changes to many keys, each followed at once by a verification.</summary>
public sealed class FreshAnswersTests : CoreTest
{
    private const int Changes = 1_000;
    private const int Keys = 40;

    private static readonly string[] Addresses = ["10.1.2.3", "192.0.2.7", "2001:db8::5"];
    private static readonly IReadOnlyList<string>[] Networks = [[], ["10.0.0.0/8"], ["192.0.2.0/24", "2001:db8::/32"], ["10.1.0.0/16"]];
    private static readonly IReadOnlyList<string>[] Scopes = [["vm:read"], ["vm:edit"], ["vm:read", "vm:edit"], ["vm:drop"]];
    private static readonly IReadOnlyList<string>[] Patterns = [[], ["docs_*"], ["pets_1"]];

    // The same changes in each run: a failure can be looked at.
    private readonly Random _random = new(20260302);

    [Fact]
    public async Task No_answer_is_older_than_the_change_before_it()
    {
        var acme = await Console.CreateOrganizationAsync();
        List<CreatedKey> keys = [];
        for (var number = 0; number < Keys; number++)
        {
            keys.Add((await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, Settings()), default)).Value);
        }

        Dictionary<DecisionCode, int> seen = [];
        for (var change = 0; change < Changes; change++)
        {
            var key = Any(keys);
            var version = await ChangeAsync(new(acme, key.Id));
            var code = await AssertFreshAsync(acme, key, version);
            seen[code] = seen.GetValueOrDefault(code) + 1;
        }

        Assert.All([DecisionCode.Valid, DecisionCode.Disabled, DecisionCode.Revoked, DecisionCode.IpNotAllowed, DecisionCode.ScopeMissing],
            code => Assert.InRange(seen.GetValueOrDefault(code), 10, Changes));
    }

    /// <summary>The answer is that of the policy just saved, as the pure evaluator reads it from the history.</summary>
    private async Task<DecisionCode> AssertFreshAsync(Id<Organization> acme, CreatedKey key, int version)
    {
        var question = new VerifyKey(key.Secret.Reveal())
        {
            ClientIp = Any(Addresses),
            Scopes = Any(Scopes),
            Resource = "docs_1",
            Referrer = "pets_1",
        };

        var decision = Console.Get<VerificationService>().Verify(Actor.System, acme, question).Value.Decision;

        var expected = (await Console.SavedPolicyAsync(key.Id, version)).Decide(version, question, Clock.Now);
        Assert.Equal((expected.Code, expected.Rule, (int?)version), (decision.Code, decision.Rule, decision.PolicyVersion));
        return decision.Code;
    }

    /// <summary>Any change that the key can take. Gives its version after that.</summary>
    private async Task<int> ChangeAsync(KeyTarget key)
    {
        var details = await Console.DetailsAsync(key);
        if (details.Status is KeyStatus.Revoked)
        {
            return details.Version;
        }

        var actor = A.Admin(key.OrganizationId);
        var changed = _random.Next(100) switch
        {
            < 15 => await Console.Get<SwitchKeyHandler>().DisableAsync(actor, key, default),
            < 40 => await Console.Get<SwitchKeyHandler>().EnableAsync(actor, key, default),
            < 42 => await Console.Get<RevokeKeyHandler>().RevokeAsync(actor, new(key, RevocationReason.Leaked), default),
            _ => await Console.Get<EditKeyHandler>().EditAsync(
                actor, new(key, details.Version, KeyPatch.Between(details.Settings, Settings())), default),
        };
        return changed.Value;
    }

    private KeySettings Settings() => A.Settings() with
    {
        Scopes = Any(Scopes),
        AllowedCidrs = Any(Networks),
        BlockedCidrs = _random.Next(4) == 0 ? ["10.1.2.0/24"] : [],
        Resources = Any(Patterns),
        Referrers = _random.Next(4) == 0 ? ["pets_*"] : [],
        StartsAt = _random.Next(10) == 0 ? Clock.Now.AddHours(1) : null,
        ExpiresAt = _random.Next(3) == 0 ? Clock.Now.AddDays(1) : null,
    };

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
