using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

public sealed class VerificationServiceTests : CoreTest
{
    [Fact]
    public async Task Answers_with_the_rule_that_decides()
    {
        var acme = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(acme, settings: new() { Scopes = ["vm:read"], AllowedCidrs = ["10.0.0.0/8"], BlockedCidrs = ["10.9.0.0/16"] });

        Assert.Equal(DecisionCode.Valid, Decide(acme, key, "10.1.2.3", "vm:read"));
        Assert.Equal(DecisionCode.IpNotAllowed, Decide(acme, key, "192.0.2.1", "vm:read"));
        Assert.Equal(DecisionCode.IpBlocked, Decide(acme, key, "10.9.2.3", "vm:read"));
        Assert.Equal(DecisionCode.IpNotAllowed, Decide(acme, key, null, "vm:read"));
        Assert.Equal(DecisionCode.ScopeMissing, Decide(acme, key, "10.1.2.3", "vm:edit"));
    }

    [Fact]
    public async Task Knows_no_key_of_another_organization()
    {
        var acme = await Console.CreateOrganizationAsync();
        var globex = await Console.CreateOrganizationAsync("globex");
        var key = await CreateAsync(globex);

        var answer = Verify(acme, new(key.Secret.Reveal()));

        Assert.Equal(DecisionCode.NotFound, answer.Decision.Code);
        Assert.Null(answer.Key);
    }

    [Fact]
    public async Task Sees_a_revocation_at_the_next_call()
    {
        var acme = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(acme);
        var before = Decide(acme, key, null);

        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(acme), new(new(acme, key.Id), RevocationReason.Leaked), default);

        Assert.Equal(DecisionCode.Valid, before);
        Assert.Equal(DecisionCode.Revoked, Decide(acme, key, null));
    }

    [Fact]
    public async Task Burns_the_hourly_budget_of_an_address_only_with_calls_it_allows()
    {
        var acme = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(acme, settings: new() { Scopes = ["vm:read"], Limits = new(2, null, null) });

        var refused = Decide(acme, key, "10.0.0.1", "vm:edit");
        var first = Decide(acme, key, "10.0.0.1");
        var second = Decide(acme, key, "10.0.0.1");
        var third = Decide(acme, key, "10.0.0.1");
        var elsewhere = Decide(acme, key, "10.0.0.2");

        Assert.Equal(
            [DecisionCode.ScopeMissing, DecisionCode.Valid, DecisionCode.Valid, DecisionCode.RateLimited, DecisionCode.Valid],
            [refused, first, second, third, elsewhere]);
    }

    [Fact]
    public async Task Remembers_when_and_from_where_a_key_was_used_without_a_new_version()
    {
        var acme = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(acme);

        Decide(acme, key, "2001:db8::1");
        await Console.Get<EventLogWriter>().FlushAsync(default);
        await Console.Get<UsageRollUp>().RunAsync(default);

        var details = (await Console.Get<KeyQueries>().GetAsync(A.Admin(acme), new(acme, key.Id), default)).Value;
        Assert.Equal((Clock.Now, "2001:db8::1", 1), (details.LastUsedAt!.Value, details.LastUsedIp, details.Version));
    }

    [Fact]
    public async Task Lets_no_answer_be_kept_past_the_expiry()
    {
        var acme = await Console.CreateOrganizationAsync();
        var soon = await CreateAsync(acme, "soon", new() { Scopes = ["vm:read"], ExpiresAt = Clock.Now.AddSeconds(7.5) });
        var never = await CreateAsync(acme, "never");

        Assert.Equal(7, (Verify(acme, new(soon.Secret.Reveal()))).MaxAgeSeconds);
        Assert.Equal(30, (Verify(acme, new(never.Secret.Reveal()))).MaxAgeSeconds);
    }

    [Fact]
    public async Task Refuses_a_caller_without_the_scope_to_verify()
    {
        var acme = await Console.CreateOrganizationAsync();

        var answer = Console.Get<VerificationService>().Verify(A.Viewer(acme), acme, new("x"));

        Assert.Equal("verify.forbidden", Assert.Single(answer.Failures).Code);
    }

    [Theory]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.1:80")]
    [InlineData("10.0.0.0/8")]
    [InlineData("")]
    public async Task Names_the_address_that_it_cannot_read(string address)
    {
        var acme = await Console.CreateOrganizationAsync();

        var answer = Console.Get<VerificationService>().Verify(Actor.System, acme, new("x") { ClientIp = address });

        Assert.Equal(("address.form", VerificationService.ClientIpField), (answer.Failures[0].Code, answer.Failures[0].Field));
    }

    [Fact]
    public void Prints_no_secret_that_it_is_asked_about() =>
        Assert.DoesNotContain("akc_live", new VerifyKey("akc_live_secret").ToString(), StringComparison.Ordinal);

    private async Task<CreatedKey> CreateAsync(Id<Organization> organization, string name = "ci-deploy", KeySettings? settings = null) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System, new(organization, (settings ?? A.Settings()) with { Name = name }), default)).Value;

    private DecisionCode Decide(Id<Organization> organization, CreatedKey key, string? address, params string[] scopes) =>
        Verify(organization, new(key.Secret.Reveal()) { ClientIp = address, Scopes = scopes }).Decision.Code;

    private VerificationAnswer Verify(Id<Organization> organization, VerifyKey question) =>
        Console.Get<VerificationService>().Verify(Actor.System, organization, question).Value;
}
