using AdminConsole.Core.Access;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Explaining;

public sealed class EditPreviewerTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Names_each_address_that_an_edit_would_shut_out_with_its_scopes_and_count()
    {
        var key = await CreateAsync(A.Settings(scopes: ["vm:read", "vm:edit"]) with { AllowedCidrs = ["10.0.0.1/32", "10.0.0.2/32"] });
        Verify(key, "10.0.0.1", "vm:read");
        Verify(key, "10.0.0.2", "vm:read", times: 3);
        Clock.Now = A.Monday.AddMinutes(10);
        Verify(key, "10.0.0.2", "vm:edit");

        var preview = await PreviewAsync(key, new() { AllowedCidrs = new(["10.0.0.1/32"]) });

        Assert.Equal(ChangeImpact.Narrows, Assert.Single(preview.Changes).Effect);
        var impact = preview.Impact!;
        Assert.Equal((A.Monday, Clock.Now, 5, true), (impact.From, impact.Until, impact.SampleSize, impact.IsComplete));
        Assert.Equal((4, 0), (impact.NewlyRefused, impact.NewlyAllowed));
        Assert.Equal(
            [
                ("10.0.0.2", "vm:read", DecisionCode.Valid, DecisionCode.IpNotAllowed, 3L, A.Monday),
                ("10.0.0.2", "vm:edit", DecisionCode.Valid, DecisionCode.IpNotAllowed, 1L, Clock.Now),
            ],
            impact.Lines.Select(line => (line.Address, line.Scopes[0], line.Before, line.After, line.Count, line.LastSeen)));
    }

    [Fact]
    public async Task Names_what_an_edit_would_let_in()
    {
        var key = await CreateAsync(A.Settings(scopes: "vm:read"));
        Verify(key, "10.0.0.1", "vm:edit", times: 2);
        Verify(key, "10.0.0.1", "vm:drop");

        var preview = await PreviewAsync(key, new() { Scopes = new(["vm:read", "vm:edit"]) });

        Assert.Equal(ChangeImpact.Widens, Assert.Single(preview.Changes).Effect);
        var line = Assert.Single(preview.Impact!.Lines);
        Assert.Equal((DecisionCode.ScopeMissing, DecisionCode.Valid, 2), (line.Before, line.After, line.Count));
        Assert.Equal((0, 2), (preview.Impact.NewlyRefused, preview.Impact.NewlyAllowed));
    }

    [Fact]
    public async Task Counts_the_hourly_limit_along()
    {
        var key = await CreateAsync(A.Settings(scopes: "vm:read"));
        Verify(key, "10.0.0.1", "vm:read", times: 5);
        Verify(key, "10.0.0.2", "vm:read");
        Clock.Now = A.Monday.AddHours(1);
        Verify(key, "10.0.0.1", "vm:read", times: 3);

        var preview = await PreviewAsync(key, new() { MaxVerificationsPerIpPerHour = 2 });

        var line = Assert.Single(preview.Impact!.Lines);
        Assert.Equal(("10.0.0.1", DecisionCode.RateLimited, 4), (line.Address, line.After, line.Count));
    }

    [Fact]
    public async Task Looks_back_a_month_where_addresses_and_scopes_tell_enough()
    {
        var key = await CreateAsync(A.Settings(scopes: "vm:read"));
        Verify(key, "10.0.0.1", "vm:read");
        Clock.Now = A.Monday.AddDays(1);
        Verify(key, "10.0.0.1", "vm:read", times: 2);
        Clock.Now = A.Monday.AddDays(PastUseQueries.Days);

        var line = Assert.Single((await PreviewAsync(key, new() { BlockedCidrs = new(["10.0.0.0/8"]) })).Impact!.Lines);

        Assert.Equal((2, A.Monday.AddDays(1)), (line.Count, line.FirstSeen));
    }

    [Fact]
    public async Task Looks_at_whole_requests_where_the_edit_is_about_more()
    {
        var key = await CreateAsync(A.Settings(scopes: "vm:read"));
        Verify(key, "10.0.0.1", "vm:read", resource: "docs_1");
        Verify(key, "10.0.0.1", "vm:read", resource: "bills_1");
        Verify(key, "10.0.0.1", "vm:read");

        var impact = (await PreviewAsync(key, new() { Resources = new(["docs_*"]) })).Impact!;

        Assert.Equal((3, 2), (impact.SampleSize, Assert.Single(impact.Lines).Count));
    }

    [Fact]
    public async Task Counts_nothing_as_let_in_that_another_rule_still_refuses()
    {
        var key = await CreateAsync(A.Settings(scopes: "vm:read") with { Resources = ["docs_*"], BlockedCidrs = ["192.0.2.0/24"] });
        Verify(key, "10.0.0.1", "vm:read", resource: "bills_1");
        Verify(key, "192.0.2.1", "vm:read", resource: "docs_1");

        var impact = (await PreviewAsync(key, new() { BlockedCidrs = new([]), Scopes = new(["vm:read", "vm:edit"]) })).Impact!;

        Assert.Equal(("192.0.2.1", 1), (Assert.Single(impact.Lines).Address, impact.NewlyAllowed));
    }

    [Fact]
    public async Task What_is_saved_then_answers_as_it_said()
    {
        var key = await CreateAsync(A.Settings(scopes: ["vm:read", "vm:edit"]));
        Verify(key, "10.0.0.1", "vm:edit");
        Verify(key, "10.0.0.1", "vm:read");
        var patch = new KeyPatch { Scopes = new(["vm:read"]) };

        var said = Assert.Single((await PreviewAsync(key, patch)).Impact!.Lines);
        await Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(new(_acme, key.Id), 1, patch), CancellationToken.None);

        Assert.Equal(said.After, Verify(key, said.Address!, said.Scopes[0]));
        Assert.Equal(DecisionCode.Valid, Verify(key, "10.0.0.1", "vm:read"));
    }

    [Fact]
    public async Task Says_that_nothing_is_known_of_a_key_that_was_not_used()
    {
        var preview = await PreviewAsync(await CreateAsync(A.Settings()), new() { Name = "renamed" });

        Assert.Equal(ChangeImpact.Neutral, Assert.Single(preview.Changes).Effect);
        Assert.Equal((null, 0, true), (preview.Impact!.From, preview.Impact.SampleSize, preview.Impact.IsComplete));
    }

    [Fact]
    public async Task Tells_nothing_of_its_use_to_who_may_not_read_keys()
    {
        var key = await CreateAsync(A.Settings());
        Verify(key, "10.0.0.1", "deploy:write");
        var writer = Actor.ForManagementKey(Id<ApiKey>.New(A.Monday).ToString(), "writer", _acme, [ManagementScopes.WriteKeys]);

        var preview = await PreviewAsync(key, new() { AllowedCidrs = new(["10.9.0.0/16"]) }, writer);

        Assert.Null(preview.Impact);
        Assert.Single(preview.Changes);
    }

    [Fact]
    public async Task Saves_nothing_and_refuses_what_the_edit_would_be_refused_for()
    {
        var key = await CreateAsync(A.Settings());
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var faulty = await TryAsync(key, new() { Name = "" }, A.Admin(_acme));
        var forbidden = await TryAsync(key, new() { Name = "x" }, A.Viewer(_acme));
        await TryAsync(key, new() { Name = "x" }, A.Admin(_acme));

        Assert.Equal(("text.length", KeyFailures.MayNotWrite.Code), (faulty.Failures[0].Code, forbidden.Failures[0].Code));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    private async Task<EditPreview> PreviewAsync(CreatedKey key, KeyPatch patch, Actor? actor = null)
    {
        await Console.Get<EventLogWriter>().FlushAsync(CancellationToken.None);
        return (await TryAsync(key, patch, actor ?? A.Admin(_acme))).Value;
    }

    private Task<Result<EditPreview>> TryAsync(CreatedKey key, KeyPatch patch, Actor actor) =>
        Console.Get<EditPreviewer>().PreviewAsync(actor, new(new(_acme, key.Id), 1, patch), CancellationToken.None);

    private async Task<CreatedKey> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, settings), CancellationToken.None)).Value;

    private DecisionCode Verify(CreatedKey key, string address, string scope, int times = 1, string? resource = null)
    {
        var codes = Enumerable.Range(0, times).Select(_ => Console.Get<VerificationService>()
            .Verify(Actor.System, _acme, new(key.Secret.Reveal()) { ClientIp = address, Scopes = [scope], Resource = resource }).Value.Decision.Code);
        return codes.ToList()[^1];
    }
}
