using AdminConsole.Core.Access;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Explaining;

public sealed class KeyExplainerTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Decides_as_a_verification_of_the_same_key_does_with_its_hour_partly_used_up()
    {
        var created = await CreateAsync(A.Settings() with { AllowedCidrs = ["10.0.0.0/8"], Limits = new(2, null, null) });
        var verify = new VerifyKey(created.Secret.Reveal()) { ClientIp = "10.0.0.1" };
        List<DecisionCode> explained = [];
        List<DecisionCode> verified = [];

        for (var call = 0; call < 3; call++)
        {
            explained.Add((await ExplainAsync(new(new(_acme, created.Id)) { ClientIp = "10.0.0.1" })).Decision.Code);
            verified.Add(Console.Get<VerificationService>().Verify(Actor.System, _acme, verify).Value.Decision.Code);
        }

        Assert.Equal([DecisionCode.Valid, DecisionCode.Valid, DecisionCode.RateLimited], verified);
        Assert.Equal(verified, explained);
    }

    [Fact]
    public async Task Its_edit_saved_lets_the_request_pass()
    {
        var key = await Console.AddKeyAsync(_acme, A.Settings() with
        {
            AllowedCidrs = ["10.0.0.0/8"],
            BlockedCidrs = ["192.0.2.0/24", "198.51.100.0/24"],
            ExpiresAt = Clock.Now.AddDays(1),
        });
        Clock.Now = Clock.Now.AddDays(2);
        var question = new ExplainKey(key) { ClientIp = "192.0.2.7", Scopes = ["deploy:write", "vm:read"] };

        var suggested = (await ExplainAsync(question)).SuggestedEdit!;
        var edited = await Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(key, 1, suggested.Patch), default);

        Assert.Equal(2, edited.Value);
        Assert.Equal(DecisionCode.Valid, (await ExplainAsync(question)).Decision.Code);
        Assert.Equal(["198.51.100.0/24"], (await Console.DetailsAsync(key)).Settings.BlockedCidrs);
    }

    [Fact]
    public async Task Answers_for_another_time()
    {
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { StartsAt = Clock.Now.AddDays(1), ExpiresAt = Clock.Now.AddDays(2) });

        Assert.Equal(DecisionCode.NotYetValid, (await ExplainAsync(new(key))).Decision.Code);
        Assert.Equal(DecisionCode.Valid, (await ExplainAsync(new(key) { Time = Clock.Now.AddDays(1) })).Decision.Code);
        Assert.Equal(DecisionCode.Expired, (await ExplainAsync(new(key) { Time = Clock.Now.AddDays(2) })).Decision.Code);
    }

    [Fact]
    public async Task Offers_no_edit_that_could_not_be_saved()
    {
        var catalogued = await Console.CreateOrganizationAsync("globex", "pay:read");
        var key = await Console.AddKeyAsync(catalogued, A.Settings("pay", "pay:read"));

        var explanation = (await Console.Get<KeyExplainer>().ExplainAsync(A.Viewer(catalogued), new(key) { Scopes = ["pay:write"] }, default)).Value;

        Assert.Equal((DecisionCode.ScopeMissing, null), (explanation.Decision.Code, explanation.SuggestedEdit));
        Assert.StartsWith("The organization's catalogue has no scope “pay:write”.", explanation.WhyNoEdit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_no_edit_that_would_be_saved_as_something_else()
    {
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { Resources = ["docs_*"] });

        var explanation = await ExplainAsync(new(key) { Resource = " orders" });

        Assert.Equal((null, "What would have to be added cannot be written down in a key."), (explanation.SuggestedEdit, explanation.WhyNoEdit));
    }

    [Fact]
    public async Task A_disabled_key_is_to_be_enabled_and_nothing_else()
    {
        var key = await Console.AddKeyAsync(_acme);
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(_acme), key, default);

        var suggested = (await ExplainAsync(new(key))).SuggestedEdit!;

        Assert.Equal((true, false), (suggested.Enables, suggested.Patches));
    }

    [Fact]
    public async Task Names_every_field_that_is_wrong()
    {
        var key = await Console.AddKeyAsync(_acme);
        var question = new ExplainKey(key)
        {
            ClientIp = "10.0.0.1:443",
            Scopes = ["vm:read", "", new string('x', ScopeText.MaxLength + 1)],
            Project = Id<Project>.New(Clock.Now),
            Resource = new string('x', VerificationService.MaxTextLength + 1),
            Referrer = new string('x', VerificationService.MaxTextLength + 1),
        };

        await AssertRefusedAsync(
            () => Console.Get<KeyExplainer>().ExplainAsync(A.Admin(_acme), question, default),
            ("clientIp", "address.form"),
            ("resource", "text.length"),
            ("referrer", "text.length"),
            ("scopes/1", "text.length"),
            ("scopes/2", "text.length"),
            ("project", "project.not_found"));
    }

    [Fact]
    public async Task A_project_of_another_organization_is_none()
    {
        var key = await Console.AddKeyAsync(_acme);
        var foreign = await Console.AddProjectAsync(await Console.CreateOrganizationAsync("globex"));

        await AssertRefusedAsync(
            () => Console.Get<KeyExplainer>().ExplainAsync(A.Admin(_acme), new(key) { Project = foreign }, default),
            ("project", "project.not_found"));
    }

    [Fact]
    public async Task Answers_whoever_may_read_the_organization_s_keys_and_nobody_else()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var key = await Console.AddKeyAsync(_acme);
        var explainer = Console.Get<KeyExplainer>();

        var viewer = await explainer.ExplainAsync(A.Viewer(_acme), new(key), default);
        var support = await explainer.ExplainAsync(A.Support(), new(key), default);
        var stranger = await explainer.ExplainAsync(A.Admin(globex), new(key), default);
        var other = await explainer.ExplainAsync(A.Admin(globex), new(new(globex, key.KeyId)), default);

        Assert.True(viewer.Succeeded);
        Assert.Equal(KeyFailures.MayNotRead, Assert.Single(support.Failures));
        Assert.Equal(KeyFailures.OrganizationNotFound, Assert.Single(stranger.Failures));
        Assert.Equal(KeyFailures.NotFound, Assert.Single(other.Failures));
    }

    private async Task<Explanation> ExplainAsync(ExplainKey question) =>
        (await Console.Get<KeyExplainer>().ExplainAsync(A.Admin(_acme), question, default)).Value;

    private async Task<CreatedKey> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, settings), default)).Value;
}
