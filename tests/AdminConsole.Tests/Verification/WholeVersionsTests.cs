using System.Collections.Concurrent;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

/// <summary>Many edit and many verify at once; each edit changes several fields together, so that a mix of two versions would show.</summary>
public sealed class WholeVersionsTests : CoreTest
{
    private const int Writers = 32;
    private const int EditsOfWriter = 6;
    private const int Verifiers = 32;
    private const int Keys = 4;
    private const int Variants = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<Seen, byte> _seen = new();

    [Fact]
    public async Task No_answer_mixes_two_versions_of_a_policy()
    {
        var acme = await Console.CreateOrganizationAsync();
        List<CreatedKey> keys = [];
        for (var number = 0; number < Keys; number++)
        {
            keys.Add((await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, Variant(0)), default)).Value);
        }

        // Whoever is fast, the first and the last version of each key are seen.
        keys.ForEach(key => VerifyEach(acme, key));
        using var written = new CancellationTokenSource();
        var verifying = Enumerable.Range(0, Verifiers).Select(number => Task.Run(() => VerifyAsync(acme, keys, number, written.Token))).ToList();
        var edits = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => EditAsync(acme, keys, number))));
        await written.CancelAsync();
        await Task.WhenAll(verifying);
        keys.ForEach(key => VerifyEach(acme, key));

        Assert.InRange(edits.Sum(), Keys * EditsOfWriter, Writers * EditsOfWriter);
        await AssertWholeAsync();
        Assert.Empty(Console.Get<CachedKeys>().WithBrokenSeal);
    }

    /// <summary>Edits as fast as it can. Gives how many edits were not refused as stale.</summary>
    private async Task<int> EditAsync(Id<Organization> acme, List<CreatedKey> keys, int number)
    {
        var target = new KeyTarget(acme, keys[number % Keys].Id);
        var made = 0;
        for (var edit = 0; edit < EditsOfWriter; edit++)
        {
            var details = await Console.DetailsAsync(target);
            var patch = KeyPatch.Between(details.Settings, Variant((details.Version + 1) % Variants));
            var edited = await Console.Get<EditKeyHandler>().EditAsync(A.Admin(acme), new(target, details.Version, patch), default);
            Assert.All(edited.Failures, failure => Assert.Equal("key.stale", failure.Code));
            made += edited.Succeeded ? 1 : 0;
        }

        return made;
    }

    private async Task VerifyAsync(Id<Organization> acme, List<CreatedKey> keys, int number, CancellationToken written)
    {
        var key = keys[number % Keys];
        while (!written.IsCancellationRequested)
        {
            VerifyEach(acme, key);

            // Verifiers that never pause would leave the writers no processor, and their turns would not come in time.
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }

    private void VerifyEach(Id<Organization> acme, CreatedKey key)
    {
        for (var variant = 0; variant < Variants; variant++)
        {
            var answer = Console.Get<VerificationService>().Verify(Actor.System, acme, Question(key.Secret.Reveal(), variant)).Value;
            var decision = answer.Decision;
            _seen.TryAdd(
                new(key.Id, variant, decision.PolicyVersion!.Value, decision.Code, decision.Rule, answer.Key!.Claims!, answer.Key.Policy.Limits), 0);
        }
    }

    private async Task AssertWholeAsync()
    {
        var saved = await Console.SavedPoliciesAsync();

        Assert.All(_seen.Keys, seen =>
        {
            var policy = saved[(seen.Key, seen.Version)];
            var expected = policy.Decide(seen.Version, Question("", seen.Variant), Clock.Now);
            Assert.Equal(
                (expected.Code, expected.Rule, policy.Settings.Claims, policy.Settings.Limits), (seen.Code, seen.Rule, seen.Claims, seen.Limits));
        });
        Assert.Equal([DecisionCode.Valid, DecisionCode.IpNotAllowed], _seen.Keys.Select(seen => seen.Code).Distinct().Order());
        Assert.InRange(_seen.Keys.Select(seen => (seen.Key, seen.Version)).Distinct().Count(), Keys * 2, int.MaxValue);
    }

    private static KeySettings Variant(int variant) => A.Settings() with
    {
        Scopes = [$"vm:do{variant}"],
        AllowedCidrs = [$"10.{variant}.0.0/16"],
        Resources = [$"docs{variant}_*"],
        Referrers = [$"*.site{variant}.example"],
        Limits = new(null, variant + 1, $"variant={variant}"),
        Claims = $$"""{"variant":{{variant}}}""",
    };

    private static VerifyKey Question(string secret, int variant) => new(secret)
    {
        Scopes = [$"vm:do{variant}"],
        ClientIp = $"10.{variant}.0.1",
        Resource = $"docs{variant}_1",
        Referrer = $"www.site{variant}.example",
    };

    private sealed record Seen(Id<ApiKey> Key, int Variant, int Version, DecisionCode Code, string Rule, string Claims, KeyLimits Limits);
}
