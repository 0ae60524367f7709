using AdminConsole.Data;
using AdminConsole.Keys;
using AdminConsole.Operators;
using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Details;

public sealed class KeyDetailsPageTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Tabs => Page.Texts(".ac-tab-links a");

    private IReadOnlyList<string> Versions => Page.Texts(".ac-history > li > div > code");

    private string Status => Page.Find(".ac-key-line .ac-status > span:last-child").TextContent;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
    }

    [Fact]
    public async Task The_page_opens_with_what_the_key_is_and_what_can_be_done_to_it()
    {
        await SignInAsync(_acme);
        var settings = A.Settings("ci-deploy", "vm:read") with { Description = "Deploys from CI", AllowedCidrs = ["10.0.0.0/8"] };
        var key = await Console.AddKeyAsync(_acme, settings);

        Open(AddressOf(key));

        Assert.Equal(("ci-deploy", "Active"), (Heading, Status));
        Assert.Equal("ci-deploy", Page.Find("h1").GetAttribute("title"));
        Assert.Equal("keys?org=acme", Page.Find(".ac-back").GetAttribute("href"));
        Assert.Equal(["Summary", "Requests", "Policy", "History"], Tabs);
        Assert.Equal("Summary", Page.Find(".ac-tab-links [aria-current=page]").TextContent);
        Assert.True(Page.HasButton("Edit"));
        Assert.Equal(["Disable", "Revoke"], await MenuAsync());
        var shown = Page.Find(".ac-main").TextContent;
        string[] expected = ["Deploys from CI", "vm:read", "10.0.0.0/8", key.KeyId.ToString(), $"…{(await Console.DetailsAsync(key)).Hint}"];
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_list_as_it_was_left()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        Open("/keys?org=acme&tab=active");

        await GoToAsync(AddressOf(key));

        Page.WaitForAssertion(() => Assert.Equal("keys?org=acme&tab=active", Page.Find(".ac-back").GetAttribute("href")?.TrimStart('/')));
    }

    [Fact]
    public async Task Another_tab_does_not_load_the_key_again()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        Open(AddressOf(key));
        await Console.LoseKeysAsync();

        await GoToAsync(AddressOf(key, "/policy"));

        Page.WaitForAssertion(() => Assert.Equal("Policy", Page.Find(".ac-tab-links [aria-current=page]").TextContent));
        Assert.Equal("ci-deploy", Heading);
    }

    [Fact]
    public async Task The_policy_shows_what_is_set_and_the_rest_in_one_line()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { Tags = ["prod"], Resources = ["docs_*"] });

        Open(AddressOf(key, "/policy"));

        Assert.Equal(["Owner and projects", "Permissions"], Page.Texts(".ac-panel h2"));
        Assert.Equal(["Tags", "Scopes", "Resources"], Page.Texts(".ac-facts dt"));
        Assert.Equal(
            "No other limits: any network, all projects, any referrer, any number of verifications, any number of results per query, no expiry. "
            + "Not set: Owner, Claims. Version 1, secret format akc_live.",
            Page.Find(".ac-policy-rest").TextContent);
    }

    [Fact]
    public async Task A_rotated_key_and_its_successor_lead_to_each_other()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        var rotated = (await Console.Get<KeyRotator>().RotateAsync(A.Admin(_acme), new(key, TimeSpan.FromHours(1)), CancellationToken.None)).Value;

        Open(AddressOf(key));
        Assert.Contains(rotated.Id.ToString(), LinkOf("Replaced by"), StringComparison.Ordinal);

        await GoToAsync("/" + LinkOf("Replaced by"));
        Page.WaitForAssertion(() => Assert.Contains(key.KeyId.ToString(), LinkOf("Replaces"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_it_is_loading_and_shows_no_other_key_meanwhile()
    {
        var labs = await Console.AddOrganizationAsync("labs");
        await SignInAsync((_acme, OperatorRole.Admin), (labs, OperatorRole.Admin));
        var next = await Console.AddKeyAsync(labs, A.Settings("next"));
        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        await Console.Get<ConsoleStore>().WriteAsync<int>(
            async _ =>
            {
                // That the operator is still there is written down now and then, and the page waits for that.
                Clock.Now += TimeSpan.FromMinutes(2);
                await GoToAsync($"/keys/{next.KeyId}?org=labs");
                Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".ac-loading")));
                Assert.DoesNotContain("ci-deploy", Page.Find("main").TextContent, StringComparison.Ordinal);
                return 0;
            },
            CancellationToken.None);

        Page.WaitForAssertion(() => Assert.Equal("next", Heading));
        Assert.Empty(Page.FindAll(".ac-loading"));
    }

    [Fact]
    public async Task Offers_nothing_to_do_to_somebody_who_may_only_look()
    {
        await SignInAsync(_acme, OperatorRole.Viewer);

        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        Assert.Equal("ci-deploy", Heading);
        Assert.False(Page.HasButton("Edit"));
        Assert.False(Page.HasButton("More actions"));
    }

    [Theory]
    [InlineData("no-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("%3Cscript%3E")]
    public async Task Knows_no_key_of_an_id_that_is_none(string id)
    {
        await SignInAsync(_acme);

        Open($"/keys/{id}?org=acme");

        AssertNotFound();
    }

    [Fact]
    public async Task Knows_no_key_of_another_organization()
    {
        var key = await Console.AddKeyAsync(await Console.AddOrganizationAsync("other"), A.Settings("theirs"));
        await SignInAsync(_acme);

        Open(AddressOf(key));
        AssertNotFound();

        await GoToAsync($"/keys/{key.KeyId}?org=other");
        Page.WaitForAssertion(AssertNotFound);
    }

    [Fact]
    public async Task The_page_has_no_part_of_another_name()
    {
        await SignInAsync(_acme);

        Open(AddressOf(await Console.AddKeyAsync(_acme), "/nonsense"));

        AssertNotFound();
    }

    [Fact]
    public async Task Support_is_shown_no_key_and_led_to_the_look_up()
    {
        await SignInAsSupportAsync();

        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        AssertNotFound();
        var link = Page.Find(".ac-empty a");
        Assert.Equal(("lookup", "Look up another key"), (link.GetAttribute("href"), link.TextContent.Trim()));
    }

    [Fact]
    public async Task Tells_what_each_version_changed_and_who_did_it()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        var owner = await Console.AddOwnerAsync(_acme, "Deploy team");
        var patch = new KeyPatch { Name = "renamed", OwnerId = new(owner), Tags = new(["prod"]) };
        await Console.Get<KeyEditor>().EditAsync(A.Admin(_acme, "Ben"), new(key, 1, patch), CancellationToken.None);

        Open(AddressOf(key, "/history"));

        Assert.Equal(["v2", "v1"], Versions);
        Assert.Equal(["Edited", "Created"], Page.Texts(".ac-history strong"));
        Assert.Equal("Ben", Page.Find(".ac-history bdi").TextContent);
        Assert.Equal("ci-deploy became renamed", ChangeOf("Name"));
        Assert.Equal("None became Deploy team", ChangeOf("Owner"));
        Assert.Equal("None became prod", ChangeOf("Tags"));
    }

    [Fact]
    public async Task Shows_the_older_versions_when_asked()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        for (var version = 1; version <= 20; version++)
        {
            await Console.Get<KeyEditor>().EditAsync(A.Admin(_acme), new(key, version, new() { Name = $"name-{version}" }), CancellationToken.None);
        }

        Open(AddressOf(key, "/history"));
        Assert.Equal(("v21", "v2"), (Versions[0], Versions[^1]));

        await Page.ClickAsync("Show older versions");

        Assert.Equal("v1", Versions[^1]);
        Assert.False(Page.HasButton("Show older versions"));
    }

    [Fact]
    public async Task A_revoked_key_says_why_and_nothing_that_no_longer_counts()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { ExpiresAt = A.Monday.AddDays(90) });
        await Console.Get<KeyRevoker>().RevokeAsync(A.Admin(_acme, "Ben"), new(key, RevocationReason.Leaked, "seen in a log"), CancellationToken.None);

        Open(AddressOf(key));

        Assert.Equal("Revoked", Status);
        Assert.False(Page.HasButton("Edit"));
        Assert.False(Page.HasButton("More actions"));
        Assert.Equal(["Reason", "Revoked", "Comment"], Page.Texts(".ac-facts dt"));
        Assert.Equal(("Leaked", "seen in a log"), (FactOf("Reason"), FactOf("Comment")));
        Assert.Contains("Ben", FactOf("Revoked"), StringComparison.Ordinal);

        await GoToAsync(AddressOf(key, "/policy"));
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".ac-policy")));
        Assert.DoesNotContain("Expires", Page.Texts(".ac-facts dt"));

        await GoToAsync(AddressOf(key, "/requests"));
        Page.WaitForAssertion(() => Assert.Contains("Nobody presented this key lately.", Page.Markup, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll("main form"));

        await GoToAsync(AddressOf(key, "/history"));
        Page.WaitForAssertion(() => Assert.Equal("Revoked", Page.Find(".ac-history strong").TextContent));
    }

    [Fact]
    public async Task The_page_shows_the_change_that_was_made_on_it()
    {
        await SignInAsync(_acme);
        Open(AddressOf(await Console.AddKeyAsync(_acme), "/history"));
        Page.WaitForAssertion(() => Assert.Equal(["v1"], Versions));

        var disabling = ChooseAsync("Disable");
        Page.WaitForAssertion(() => Assert.Contains("Disable ci-deploy?", Page.Markup, StringComparison.Ordinal));
        await Page.ClickAsync("Disable");
        await disabling;
        Page.WaitForAssertion(() => Assert.Equal("Disabled", Status));

        await ChooseAsync("Enable");

        Page.WaitForAssertion(() => Assert.Equal("Active", Status));
        Page.WaitForAssertion(() => Assert.Equal(["v3", "v2", "v1"], Versions));
        Assert.Equal("No became Yes", ChangeOf("Enabled"));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_and_tries_again()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        await Console.LoseKeysAsync();
        Open(AddressOf(key));
        Assert.Equal("Key", Heading);
        Assert.Contains("The key could not be loaded", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal);

        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.Equal("ci-deploy", Heading));
    }

    private static string AddressOf(KeyTarget key, string tab = "") => $"/keys/{key.KeyId}{tab}?org=acme";

    /// <summary>Opens the menu of the page, and says what it offers.</summary>
    private async Task<IReadOnlyList<string>> MenuAsync()
    {
        await Page.ClickAsync("More actions");
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".mud-menu-item")));
        return Page.Texts(".mud-menu-item");
    }

    private async Task ChooseAsync(string action)
    {
        await MenuAsync();
        await Page.FindAll(".mud-menu-item").Single(item => item.TextContent.Trim() == action).ClickAsync(new());
    }

    private void AssertNotFound()
    {
        Assert.Equal("Key not found", Heading);
        Assert.Equal("There is no such key here", Page.Find(".ac-empty h2").TextContent);
        Assert.Empty(Page.FindAll(".ac-key-line, .ac-tab-links, .ac-history"));
    }

    /// <summary>The newest change of the field, as it is read out.</summary>
    private string ChangeOf(string field)
    {
        var change = Page.FindAll(".ac-changes .ac-fact").First(change => change.QuerySelector("dt")!.TextContent == field).QuerySelector("dd")!;
        foreach (var icon in change.QuerySelectorAll(".ac-icon"))
        {
            icon.Remove();
        }

        return string.Join(' ', change.Children.Select(part => part.TextContent.Trim()));
    }

    private string LinkOf(string label) =>
        Page.FindAll(".ac-facts dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.QuerySelector("a")!.GetAttribute("href")!;

    private string FactOf(string label) =>
        Page.FindAll(".ac-facts dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();
}
