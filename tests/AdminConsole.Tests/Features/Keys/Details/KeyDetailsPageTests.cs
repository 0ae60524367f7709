using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Details;

public sealed class KeyDetailsPageTests : KeyPageTest
{
    private IReadOnlyList<string> Tabs => Page.Texts(".ac-tab-links a");

    [Fact]
    public async Task The_page_opens_with_what_the_key_is_and_what_can_be_done_to_it()
    {
        await SignInAsync(Acme);
        var settings = A.Settings("ci-deploy", "vm:read") with { Description = "Deploys from CI", AllowedCidrs = ["10.0.0.0/8"] };
        var key = await Console.AddKeyAsync(Acme, settings);

        Open(AddressOf(key));

        Assert.Equal(("ci-deploy", "Active"), (Heading, Status));
        Assert.Equal("ci-deploy", Page.Find("h1").GetAttribute("title"));
        Assert.Equal("keys?org=acme", Page.Find(".ac-back").GetAttribute("href"));
        Assert.Equal(["Summary", "Requests", "Policy", "History"], Tabs);
        Assert.Equal("Summary", Page.Find(".ac-tab-links [aria-current=page]").TextContent);
        Assert.True(Page.HasButton("Edit"));
        Assert.Equal(["Rotate", "Duplicate", "Disable", "Revoke"], await MenuAsync());
        var shown = Page.Find(".ac-main").TextContent;
        string[] expected = ["Deploys from CI", "vm:read", "10.0.0.0/8", key.KeyId.ToString(), $"…{(await Console.DetailsAsync(key)).Hint}"];
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_user_whom_a_vendors_program_named_as_creator_is_shown()
    {
        await SignInAsync(Acme);
        var command = new CreateKey(Acme, A.Settings()) { NamedCreator = "user_ada" };
        var created = await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(Acme), command, CancellationToken.None);

        Open(AddressOf(new(Acme, created.Value.Id)));

        Assert.Contains("user_ada", Page.Find(".ac-main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_list_as_it_was_left()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        Open("/keys?org=acme&tab=active");

        await GoToAsync(AddressOf(key));

        Page.WaitForAssertion(() => Assert.Equal("keys?org=acme&tab=active", Page.Find(".ac-back").GetAttribute("href")?.TrimStart('/')));
    }

    [Fact]
    public async Task Another_tab_does_not_load_the_key_again()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        Open(AddressOf(key));
        await Console.LoseKeysAsync();

        await GoToAsync(AddressOf(key, "/policy"));

        Page.WaitForAssertion(() => Assert.Equal("Policy", Page.Find(".ac-tab-links [aria-current=page]").TextContent));
        Assert.Equal("ci-deploy", Heading);
    }

    [Fact]
    public async Task Says_that_it_is_loading_and_shows_no_other_key_meanwhile()
    {
        var labs = await Console.CreateOrganizationAsync("labs");
        await SignInAsync((Acme, OperatorRole.Admin), (labs, OperatorRole.Admin));
        var next = await Console.AddKeyAsync(labs, A.Settings("next"));
        Open(AddressOf(await Console.AddKeyAsync(Acme)));

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
        await SignInAsync(Acme, OperatorRole.Viewer);

        Open(AddressOf(await Console.AddKeyAsync(Acme)));

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
        await SignInAsync(Acme);

        Open($"/keys/{id}?org=acme");

        AssertNotFound();
    }

    [Fact]
    public async Task Knows_no_key_of_another_organization()
    {
        var key = await Console.AddKeyAsync(await Console.CreateOrganizationAsync("other"), A.Settings("theirs"));
        await SignInAsync(Acme);

        Open(AddressOf(key));
        AssertNotFound();

        await GoToAsync($"/keys/{key.KeyId}?org=other");
        Page.WaitForAssertion(AssertNotFound);
    }

    [Fact]
    public async Task The_page_has_no_part_of_another_name()
    {
        await SignInAsync(Acme);

        Open(AddressOf(await Console.AddKeyAsync(Acme), "/nonsense"));

        AssertNotFound();
    }

    [Fact]
    public async Task Support_is_shown_no_key_and_led_to_the_look_up()
    {
        await SignInAsSupportAsync();

        Open(AddressOf(await Console.AddKeyAsync(Acme)));

        AssertNotFound();
        var link = Page.Find(".ac-empty a");
        Assert.Equal(("lookup", "Look up another key"), (link.GetAttribute("href"), link.TextContent.Trim()));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_and_tries_again()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        await Console.LoseKeysAsync();
        Open(AddressOf(key));
        Assert.Equal("Key", Heading);
        Assert.Contains("The key could not be loaded", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal);

        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.Equal("ci-deploy", Heading));
    }

    private void AssertNotFound()
    {
        Assert.Equal("Key not found", Heading);
        Assert.Equal("There is no such key here", Page.Find(".ac-empty h2").TextContent);
        Assert.Empty(Page.FindAll(".ac-key-line, .ac-tab-links, .ac-history"));
    }
}
