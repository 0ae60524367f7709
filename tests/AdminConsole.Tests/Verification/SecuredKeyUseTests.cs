using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

public sealed class SecuredKeyUseTests : SecuredVerificationTest
{
    [Fact]
    public async Task Let_no_answer_be_kept_past_their_end()
    {
        var parent = await CreateAsync();
        var end = Clock.Now.ToUnixTimeSeconds() + 7;

        Assert.Equal(7, Verify(parent.Derive($"validUntil={end}")).MaxAgeSeconds);
        Assert.Equal(30, Verify(parent).MaxAgeSeconds);
        Clock.Now += TimeSpan.FromSeconds(7);
        Assert.Equal(
            (DecisionCode.Expired, 0),
            (Decide(parent.Derive($"validUntil={end}")), Verify(parent.Derive($"validUntil={end}")).MaxAgeSeconds));
        Assert.Equal(DecisionCode.Valid, Decide(parent));
    }

    [Fact]
    public async Task Share_their_parents_hourly_limit_and_burn_none_of_it_when_refused()
    {
        var parent = await CreateAsync(settings: Search with { Limits = new(2, null, null) });

        var codes = new[] { "restrictIndices=other", "validUntil=1", "filters=a", "filters=b", "filters=c" }
            .Select(query => Decide(parent.Derive(query))).ToList();

        Assert.Equal(
            [DecisionCode.ResourceNotAllowed, DecisionCode.Expired, DecisionCode.Valid, DecisionCode.Valid, DecisionCode.RateLimited], codes);
        Assert.Equal(DecisionCode.RateLimited, Decide(parent));
    }

    [Fact]
    public async Task Are_counted_as_uses_of_their_parent()
    {
        var parent = await CreateAsync();

        Verify(parent.Derive("filters=secret-of-somebody"));
        await Console.Get<EventLogWriter>().FlushAsync(default);

        var target = new KeyTarget(Acme, await IdOfAsync(parent));
        Assert.Equal(
            DecisionCode.Valid,
            (await Console.Get<UsageEvents>().NewestAsync(Actor.System, target, null, 9, default)).Value.Events.Single().Event.Code);
        Assert.Equal(Clock.Now, (await Console.DetailsAsync(target)).LastUsedAt);
    }

    [Fact]
    public async Task Are_looked_up_as_their_parent()
    {
        var parent = await CreateAsync();
        var globex = await Console.CreateOrganizationAsync("globex");
        var longest = parent.Derive($"filters={new string('x', SecuredKey.MaxQueryLength - "filters=".Length)}");

        Assert.Equal([await IdOfAsync(parent)], await LookUpAsync(A.Admin(Acme), parent.Derive("filters=a")));
        Assert.Equal([await IdOfAsync(parent)], await LookUpAsync(A.Support(), longest));
        Assert.Empty(await LookUpAsync(A.Admin(globex), longest));
        Assert.DoesNotContain(longest, string.Concat(await DatabaseContents.ReadAsync(Database.Directory)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_derived_from_so_many_keys_and_a_new_one_takes_no_older_ones_place()
    {
        var oldest = await CreateAsync();
        List<string> secrets = [];
        await Console.ChangeAsync(db =>
        {
            for (var count = 1; count <= SecuredKeyFinder.MaxParents; count++)
            {
                var generated = GeneratedSecret.For(Id<ApiKey>.New(A.Monday), SecretFormat.Algolia, Console.Get<SecretHasher>());
                var key = ApiKey.Create(Acme, KeyKind.Service, Search, generated, Actor.System, A.Monday);
                Console.Get<KeySealer>().Seal(key);
                db.ApiKeys.Add(key);
                db.KeyDerivations.Add(Console.Get<SigningStateProtector>().Seal(key, generated.Secret)!);
                db.SaveChanges();
                secrets.Add(generated.Secret.Reveal());
            }
        });
        var target = new KeyTarget(Acme, await IdOfAsync(oldest));

        Assert.Equal(DecisionCode.Valid, Decide(oldest.Derive("")));
        Assert.Equal((DecisionCode.Valid, DecisionCode.NotFound), (Decide(secrets[^2].Derive("")), Decide(secrets[^1].Derive(""))));
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(target, RevocationReason.Unused), default);
        await Console.Get<DeleteKeyHandler>().DeleteAsync(A.Admin(Acme), target, default);
        Assert.Equal(DecisionCode.Valid, Decide(secrets[^1].Derive("")));
    }
}
