using AdminConsole.Keys;
using AdminConsole.Operators;
using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys;

public sealed class KeyDetailsPageTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Actions => Page.Texts(".ac-key-actions button > span:last-child");

    private string Status => Page.Find(".ac-key-line .ac-status > span:last-child").TextContent;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
    }

    [Fact]
    public async Task Shows_all_of_a_key_and_what_can_be_done_to_it()
    {
        await SignInAsync(_acme);
        var settings = A.Settings("ci-deploy", "vm:read") with { Description = "Deploys from CI", AllowedCidrs = ["10.0.0.0/8"], Tags = ["prod"] };
        var key = await Console.AddKeyAsync(_acme, settings);

        Open(AddressOf(key));

        Assert.Equal(("ci-deploy", "Active"), (Heading, Status));
        Assert.Equal("keys?org=acme", Page.Find(".ac-back").GetAttribute("href"));
        Assert.Equal(["Edit", "Disable", "Revoke"], Actions);
        var shown = Page.Find(".ac-main").TextContent;
        string[] expected = ["Deploys from CI", "vm:read", "10.0.0.0/8", "prod", key.KeyId.ToString(), $"…{(await Console.DetailsAsync(key)).Hint}"];
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Equal(["v1"], Page.Texts(".ac-history-version"));
    }

    [Fact]
    public async Task Says_that_it_is_loading_and_shows_no_other_key_meanwhile()
    {
        var labs = await Console.AddOrganizationAsync("labs");
        await SignInAsync((_acme, OperatorRole.Admin), (labs, OperatorRole.Admin));
        var next = await Console.AddKeyAsync(labs, A.Settings("next"));
        Open(AddressOf(await Console.AddKeyAsync(_acme)));
        var remembering = Memory.SetupVoid("write", "organization", "labs");

        await GoToAsync($"/keys/{next.KeyId}?org=labs");
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".ac-loading")));
        Assert.DoesNotContain("ci-deploy", Page.Find("main").TextContent, StringComparison.Ordinal);
        remembering.SetVoidResult();

        Page.WaitForAssertion(() => Assert.Equal("next", Heading));
        Assert.Empty(Page.FindAll(".ac-loading"));
    }

    [Fact]
    public async Task Offers_nothing_to_do_to_somebody_who_may_only_look()
    {
        await SignInAsync(_acme, OperatorRole.Viewer);

        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        Assert.Equal("ci-deploy", Heading);
        Assert.Empty(Actions);
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
    public async Task Shows_support_no_key()
    {
        await SignInAsSupportAsync();

        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        AssertNotFound();
    }

    [Fact]
    public async Task Tells_what_each_version_changed_and_who_did_it()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        var owner = await Console.AddOwnerAsync(_acme, "Deploy team");
        var patch = new KeyPatch { Name = "renamed", OwnerId = new(owner), Tags = new(["prod"]) };
        await Console.Get<KeyEditor>().EditAsync(A.Admin(_acme, "Ben"), new(key, 1, patch), CancellationToken.None);

        Open(AddressOf(key));

        Assert.Equal(["v2", "v1"], Page.Texts(".ac-history-version"));
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

        Open(AddressOf(key));
        Assert.Equal(("v21", "v2"), (Page.Texts(".ac-history-version")[0], Page.Texts(".ac-history-version")[^1]));

        await Page.ClickAsync("Show older versions");

        Assert.Equal("v1", Page.Texts(".ac-history-version")[^1]);
        Assert.False(Page.HasButton("Show older versions"));
    }

    [Fact]
    public async Task A_revoked_key_says_why_and_can_only_be_read()
    {
        await SignInAsync(_acme);
        var key = await Console.AddKeyAsync(_acme);
        await Console.Get<KeyRevoker>().RevokeAsync(A.Admin(_acme, "Ben"), new(key, RevocationReason.Leaked, "seen in a log"), CancellationToken.None);

        Open(AddressOf(key));

        Assert.Equal("Revoked", Status);
        Assert.Empty(Actions);
        Assert.Equal(("Leaked", "seen in a log"), (FactOf("Reason"), FactOf("Comment")));
        Assert.Contains("Ben", FactOf("Revoked"), StringComparison.Ordinal);
        Assert.Equal("Revoked", Page.Texts(".ac-history strong")[0]);
    }

    [Fact]
    public async Task Shows_the_change_that_was_made_on_it()
    {
        await SignInAsync(_acme);
        Open(AddressOf(await Console.AddKeyAsync(_acme)));

        var disabling = Page.ClickAsync("Disable");
        Page.WaitForAssertion(() => Assert.Contains("Disable ci-deploy?", Page.Markup, StringComparison.Ordinal));
        await Page.ClickAsync("Disable");
        await disabling;
        Assert.Equal("Disabled", Status);

        await Page.ClickAsync("Enable");

        Assert.Equal("Active", Status);
        Assert.Equal(["v3", "v2", "v1"], Page.Texts(".ac-history-version"));
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

    private static string AddressOf(KeyTarget key) => $"/keys/{key.KeyId}?org=acme";

    private void AssertNotFound()
    {
        Assert.Equal("Key not found", Heading);
        Assert.Equal("There is no such key here", Page.Find(".ac-empty h2").TextContent);
        Assert.Empty(Page.FindAll(".ac-key-line, .ac-history, .ac-key-actions"));
    }

    /// <summary>The newest change of the field, as it is read out.</summary>
    private string ChangeOf(string field)
    {
        var change = Page.FindAll(".ac-change").First(change => change.QuerySelector("dt")!.TextContent == field).QuerySelector("dd")!;
        foreach (var icon in change.QuerySelectorAll(".ac-icon"))
        {
            icon.Remove();
        }

        return string.Join(' ', change.Children.Select(part => part.TextContent.Trim()));
    }

    private string FactOf(string label) =>
        Page.FindAll(".ac-facts dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();
}
