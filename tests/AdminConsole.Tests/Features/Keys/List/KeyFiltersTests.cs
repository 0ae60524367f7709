using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

public sealed class KeyFiltersTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Listed => Page.Texts(".ac-key-link");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
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
    public async Task Shows_every_status_that_is_chosen()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("on"), new KeyDraft("off") { Enabled = false }, new KeyDraft("over") { Revoked = true });
        Open("/keys?org=acme");

        await Page.ClickAsync("Revoked");
        await Page.ClickAsync("Disabled");
        Page.WaitForAssertion(() => Assert.Equal(["over", "off"], Listed));
        Assert.Equal(["Disabled", "Revoked"], Page.Texts(".ac-toggle-chip[aria-pressed=true] span:last-child"));

        await Page.ClickAsync("Revoked");
        Page.WaitForAssertion(() => Assert.Equal(["off"], Listed));
        Assert.Equal("/keys?org=acme&status=disabled", Address);
    }

    [Fact]
    public async Task Offers_the_values_that_keys_have_and_takes_each_away_again()
    {
        var owner = await Console.AddOwnerAsync(_acme, "Deploy team");
        var project = await Console.AddProjectAsync(_acme, "Payments");
        await Console.AddKeyAsync(_acme, A.Settings("mine", "vm:read") with { Tags = ["prod"], OwnerId = owner, ProjectIds = [project] });
        await Console.AddKeyAsync(_acme, A.Settings("other", "vm:write"));
        Open("/keys?org=acme");

        await ChooseAsync("scope", "vm:read");
        await ChooseAsync("tag", "prod");
        await ChooseAsync("owner", owner.ToString());
        await ChooseAsync("project", project.ToString());
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
        var gone = Id<AdminConsole.Owners.Owner>.New(A.Monday);

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

        await Page.ClickAsync("Active");

        Page.WaitForAssertion(() => Assert.Equal(25, Listed.Count));
        Assert.Equal("/keys?org=acme&status=active&size=25", Address);
    }

    private Task ChooseAsync(string name, string value) => Page.Find($"[name={name}]").ChangeAsync(value);
}
