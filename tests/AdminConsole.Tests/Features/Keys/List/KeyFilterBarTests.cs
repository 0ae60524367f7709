using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

public sealed class KeyFilterBarTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Listed => Page.Texts(".ac-keys th a");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        await SignInAsync(_acme);
    }

    [Fact]
    public async Task Searches_once_the_typing_pauses()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("ci-deploy"), new KeyDraft("metrics"));
        Open("/keys?org=acme");

        await Page.Find("[name=q]").InputAsync(new() { Value = " DEPLOY " });

        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Listed));
        Assert.Equal("/keys?org=acme&q=DEPLOY", Address);
    }

    [Fact]
    public async Task A_secret_that_is_searched_for_reaches_the_look_up_and_no_address()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");

        await Page.Find("[name=q]").InputAsync(new() { Value = $"Bearer {KeySecret.Generate(SecretEnvironment.Live).Reveal()}" });

        Page.WaitForAssertion(() => Assert.Equal("/lookup", Address));
    }

    [Fact]
    public async Task Several_statuses_are_shown_together()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("on"), new KeyDraft("off") { Enabled = false }, new KeyDraft("over") { Revoked = true });
        Open("/keys?org=acme");

        await ChooseAsync("Status", "Revoked");
        await ChooseAsync("Status", "Disabled");
        Page.WaitForAssertion(() => Assert.Equal(["over", "off"], Listed));
        Assert.Equal(["Disabled", "Revoked"], Page.Texts(".ac-filter-chip bdi"));

        await Page.ClickAsync("Remove the filter Status: Revoked");
        Page.WaitForAssertion(() => Assert.Equal(["off"], Listed));
        Assert.Equal("/keys?org=acme&tab=all&status=disabled", Address);
    }

    [Fact]
    public async Task A_long_list_of_values_is_searched()
    {
        await Console.AddKeyAsync(_acme, A.Settings("one", "vm:read", "vm:write", "logs:read"));
        Open("/keys?org=acme");
        await Page.ClickAsync("Filter");
        await Page.ClickAsync("Scope");
        Assert.Equal(["logs:read", "vm:read", "vm:write"], Values);

        await Page.Find("#key-filter input").InputAsync(new() { Value = "VM" });
        Assert.Equal(["vm:read", "vm:write"], Values);

        await Page.Find("#key-filter input").InputAsync(new() { Value = "nothing" });
        Assert.Contains("Nothing to choose from", Page.Find("#key-filter").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_unused_for_some_days_are_found()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("old") { UpdatedAt = A.Monday.AddDays(-40) }, new KeyDraft("new"));
        Open("/keys?org=acme");

        await ChooseAsync("Unused for", "30 days or more");

        Page.WaitForAssertion(() => Assert.Equal(["old"], Listed));
        Assert.Equal("/keys?org=acme&unused=30", Address);
    }

    [Fact]
    public async Task Offers_the_values_that_keys_have_and_takes_each_away_again()
    {
        var owner = await Console.AddOwnerAsync(_acme, "Deploy team");
        var project = await Console.AddProjectAsync(_acme, "Payments");
        await Console.AddKeyAsync(_acme, A.Settings("mine", "vm:read") with { Tags = ["prod"], OwnerId = owner, ProjectIds = [project] });
        await Console.AddKeyAsync(_acme, A.Settings("other", "vm:write"));
        Open("/keys?org=acme");

        await ChooseAsync("Scope", "vm:read");
        await ChooseAsync("Tag", "prod");
        await ChooseAsync("Owner", "Deploy team");
        await ChooseAsync("Project", "Payments");
        Page.WaitForAssertion(() => Assert.Equal(["mine"], Listed));
        Assert.Equal(["vm:read", "prod", "Deploy team", "Payments"], Page.Texts(".ac-filter-chip bdi"));
        Assert.Equal($"/keys?org=acme&tag=prod&scope=vm%3Aread&owner={owner}&project={project}", Address);

        foreach (var filter in new[] { "scope", "tag", "owner", "project" })
        {
            await Page.Find(".ac-filter-chip button").ClickAsync(new());
            Page.WaitForAssertion(() => Assert.DoesNotContain($"{filter}=", Address, StringComparison.Ordinal));
        }

        Page.WaitForAssertion(() => Assert.Equal(["other", "mine"], Listed));
        Assert.Equal("/keys?org=acme", Address);
    }

    [Fact]
    public async Task Names_what_is_gone_by_its_id()
    {
        var gone = Id<Owner>.New(A.Monday);

        Open($"/keys?org=acme&owner={gone}");

        Assert.Equal([gone.ToString()], Page.Texts(".ac-filter-chip bdi"));
        Assert.Equal("No key matches", Page.Find(".ac-empty h2").TextContent);
        await Page.ClickAsync("Clear filters");
        Assert.Equal("/keys?org=acme", Address);
    }

    [Fact]
    public async Task Begins_on_the_first_page_of_what_was_filtered()
    {
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, 26).Select(number => new KeyDraft($"key-{number:00}")));
        Open("/keys?org=acme&size=25");
        await Page.ClickAsync("Next");
        Page.WaitForAssertion(() => Assert.Equal(["key-01"], Listed));

        await ChooseAsync("Status", "Active");

        Page.WaitForAssertion(() => Assert.Equal(25, Listed.Count));
        Assert.Equal("/keys?org=acme&tab=all&status=active&size=25", Address);
    }

    private IReadOnlyList<string> Values => Page.Texts("#key-filter [popovertargetaction]");

    private async Task ChooseAsync(string filter, string value)
    {
        await Page.ClickAsync("Filter");
        await Page.ClickAsync(filter);
        await Page.FindAll("#key-filter [popovertargetaction]").Single(offered => offered.TextContent == value).ClickAsync(new());
    }
}
