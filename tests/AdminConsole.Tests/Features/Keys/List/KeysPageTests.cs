using AdminConsole.Core.Operators;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Secret;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Features.Keys.List;

public sealed class KeysPageTests : RoutedTest
{
    private Id<Organization> _acme;

    private IReadOnlyList<string> Listed => Page.Texts(".ac-keys th a");

    private string KeyCount => Page.Find(".ac-navigation .ac-count").TextContent;

    private string Notice => Page.Find(".ac-notice-danger .ac-notice-text").TextContent;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Shows_the_keys_and_how_many_there_are()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft("older"), new KeyDraft("newer") { Revoked = true });

        Open("/keys?org=acme");

        Assert.Equal(["newer", "older"], Listed);
        Assert.Equal(["Revoked", "Active"], Page.Texts(".ac-table .ac-status"));
        Assert.Equal("2 of 2, newest first", Page.Find(".ac-pager [role=status]").TextContent);
    }

    [Fact]
    public async Task Offers_the_first_key_where_there_is_none()
    {
        await SignInAsync(_acme);

        Open("/keys?org=acme");

        Assert.Equal("No keys yet", Page.Find(".ac-empty h2").TextContent);
        Assert.True(Page.HasButton("Create the first key"));
        Assert.Empty(Page.FindAll(".ac-tab-links, .ac-filter-bar, [name=q]"));
    }

    [Fact]
    public async Task Offers_no_first_key_to_somebody_who_may_only_look()
    {
        await SignInAsync(_acme, OperatorRole.Viewer);

        Open("/keys?org=acme");

        Assert.Equal("No keys yet", Page.Find(".ac-empty h2").TextContent);
        Assert.Contains("Ask an admin", Page.Find(".ac-empty").TextContent, StringComparison.Ordinal);
        Assert.False(Page.HasButton("Create the first key"));
    }

    [Fact]
    public async Task Clears_the_filters_where_no_key_matches()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme&q=nothing&sort=name&dir=asc");
        Assert.Equal("No key matches", Page.Find(".ac-empty h2").TextContent);

        await Page.ClickAsync("Clear filters");

        Assert.Equal("/keys?org=acme&sort=name&dir=asc", Address);
        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Listed));
    }

    [Fact]
    public async Task Says_why_a_query_was_refused_and_starts_again()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme&cursor=of-another-list");
        Assert.Contains("This cursor is not one of this list", Notice, StringComparison.Ordinal);

        await Page.ClickAsync("Start again");

        Assert.Equal("/keys?org=acme", Address);
        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Listed));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_and_tries_again()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft());
        await Console.LoseKeysAsync();
        Open("/keys?org=acme&q=ci");
        Assert.Contains("The keys could not be loaded", Notice, StringComparison.Ordinal);
        Assert.DoesNotContain("ApiKeys", Page.Markup, StringComparison.Ordinal);

        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Listed));
        Assert.Equal("ci", Page.Find("[name=q]").GetAttribute("value"));
        Assert.Equal("/keys?org=acme&q=ci", Address);
    }

    [Fact]
    public async Task Is_shown_when_asked_again_after_it_failed_as_a_whole()
    {
        await SignInAsync(_acme);
        Open("/keys?org=acme");
        await Console.ChangeAsync(db => db.Database.ExecuteSql($"ALTER TABLE Organizations RENAME TO Lost"));

        await GoToAsync("/keys?org=acme&q=ci");
        Page.WaitForAssertion(() => Assert.Equal("Something went wrong", Heading));
        await Console.ChangeAsync(db => db.Database.ExecuteSql($"ALTER TABLE Lost RENAME TO Organizations"));
        await Page.ClickAsync("Try again");

        Page.WaitForAssertion(() => Assert.Equal("No key matches", Page.Find(".ac-empty h2").TextContent));
    }

    [Fact]
    public async Task Offers_an_admin_all_that_can_be_done()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft());

        Open("/keys?org=acme");

        Assert.True(Page.HasButton("Create key"));
        await Page.OpenMenuAsync("ci-deploy");
        Assert.Equal(["Edit", "Rotate", "Duplicate", "Disable", "Revoke"], Page.Texts("[role=menuitem]"));
    }

    [Fact]
    public async Task Offers_nothing_to_do_to_somebody_who_may_only_look()
    {
        await SignInAsync(_acme, OperatorRole.Viewer);
        await Console.AddKeysAsync(_acme, new KeyDraft());

        Open("/keys?org=acme");

        Assert.Equal(["ci-deploy"], Listed);
        Assert.False(Page.HasButton("Create key"));
        Assert.DoesNotContain("Actions", Page.Texts("th"));
        Assert.Empty(Page.FindAll(".ac-keys td button"));
    }

    [Fact]
    public async Task Sends_support_to_the_look_up()
    {
        await SignInAsSupportAsync();
        await Console.AddKeysAsync(_acme, new KeyDraft());

        Open("/keys?org=acme");

        Page.WaitForAssertion(() => Assert.Equal("Look up keys", Heading));
        Assert.Equal("/lookup", Address);
        Assert.DoesNotContain("ci-deploy", Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_created_is_in_the_list()
    {
        await SignInAsync(_acme);
        Open("/keys?org=acme");
        Page.WaitForAssertion(() => Assert.Equal("0", KeyCount));

        var creating = Page.ClickAsync("Create key");
        Page.WaitForAssertion(() => Assert.Single(Page.FindAll(".ac-dialog-body [name=name]")));
        await Page.Find("[name=name]").InputAsync(new() { Value = "metrics" });
        await Page.Find("[name=scopes]").InputAsync(new() { Value = "vm:read" });
        await Page.Find("[name=scopes]").FocusOutAsync(new());
        await Page.Find(".mud-dialog form").SubmitAsync();
        var reveal = Page.WaitForComponent<RevealDialog>();
        await reveal.InvokeAsync(() => reveal.Instance.Copied(true));
        await Page.ClickAsync("Done");
        await creating;

        Assert.Equal(["metrics"], Listed);
        Page.WaitForAssertion(() => Assert.Equal("1", KeyCount));
    }

    [Fact]
    public async Task A_key_is_disabled_once_that_was_confirmed()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");

        await Page.DisableAsync("ci-deploy");

        Assert.Equal(["Disabled"], Page.Texts(".ac-table .ac-status"));
        await Page.OpenMenuAsync("ci-deploy");
        Assert.Equal(["Edit", "Duplicate", "Enable", "Revoke"], Page.Texts("[role=menuitem]"));
    }
}
