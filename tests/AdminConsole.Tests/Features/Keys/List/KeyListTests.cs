using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.List;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

/// <summary>Order and pages, which the address holds, and the layout, which the browser remembers.</summary>
public sealed class KeyListTests : RoutedTest
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
    public async Task Sorts_by_the_column_that_was_chosen_and_turns_it_round()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("b"), new KeyDraft("a"), new KeyDraft("c"));
        Open("/keys?org=acme");
        Assert.Equal("3 of 3, newest first", Page.Find(".ac-pager [role=status]").TextContent);

        await Page.ClickAsync("Name");
        Page.WaitForAssertion(() => Assert.Equal(["a", "b", "c"], Listed));
        Assert.Equal("/keys?org=acme&sort=name&dir=asc", Address);
        Assert.Equal("ascending", HeaderOf("Name").GetAttribute("aria-sort"));

        await Page.ClickAsync("Name");
        Page.WaitForAssertion(() => Assert.Equal(["c", "b", "a"], Listed));
        Assert.Equal("/keys?org=acme&sort=name", Address);
    }

    [Fact]
    public async Task Turns_the_pages_forth_and_back()
    {
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, 30).Select(number => new KeyDraft($"key-{number:00}")));
        Open("/keys?org=acme&size=25");
        Assert.Equal(("key-30", 25), (Listed[0], Listed.Count));
        Assert.True(Page.Button("Previous").HasAttribute("disabled"));

        await Page.ClickAsync("Next");
        Page.WaitForAssertion(() => Assert.Equal(["key-05", "key-04", "key-03", "key-02", "key-01"], Listed));
        Assert.StartsWith("/keys?org=acme&size=25&cursor=", Address, StringComparison.Ordinal);
        Assert.True(Page.Button("Next").HasAttribute("disabled"));
        Assert.Equal("5 of 30, newest first", Page.Find(".ac-pager [role=status]").TextContent);

        await Page.ClickAsync("Previous");
        Page.WaitForAssertion(() => Assert.Equal(("key-30", 25), (Listed[0], Listed.Count)));
    }

    [Fact]
    public async Task Begins_anew_with_another_size_of_pages()
    {
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, 30).Select(number => new KeyDraft($"key-{number:00}")));
        Open("/keys?org=acme&size=25");
        await Page.ClickAsync("Next");
        Page.WaitForAssertion(() => Assert.Equal(5, Listed.Count));

        await Page.Find(".ac-pager select").ChangeAsync("100");

        Page.WaitForAssertion(() => Assert.Equal(30, Listed.Count));
        Assert.Equal("/keys?org=acme&size=100", Address);
    }

    [Fact]
    public async Task Goes_to_the_first_page_when_the_last_key_of_a_page_has_gone()
    {
        await Console.AddKeysAsync(_acme, Enumerable.Range(1, 26).Select(number => new KeyDraft($"key-{number:00}")));
        Open("/keys?org=acme&tab=active&size=25");
        await Page.ClickAsync("Next");
        Page.WaitForAssertion(() => Assert.Equal(["key-01"], Listed));

        await Page.DisableAsync("key-01");

        Page.WaitForAssertion(() => Assert.Equal(25, Listed.Count));
        Assert.Equal("/keys?org=acme&tab=active&size=25", Address);
    }

    [Fact]
    public async Task Columns_are_remembered_for_the_operator()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");
        await Page.ClickAsync("Columns");

        await ColumnBox("Owner").ChangeAsync(false);
        await ColumnBox("Tags").ChangeAsync(true);
        await Page.ClickAsync("Move Tags up");
        await ColumnBox("Compact rows").ChangeAsync(true);
        Assert.Equal(["Name", "Status", "Scopes", "14 days", "Last used", "Expires", "Tags", "Actions"], Page.Texts("thead th"));

        await DisposeComponentsAsync();
        Open("/keys?org=acme");
        Assert.Equal(["Name", "Status", "Scopes", "14 days", "Last used", "Expires", "Tags", "Actions"], Page.Texts("thead th"));
        Assert.Single(Page.FindAll(".ac-table-compact"));
    }

    [Fact]
    public async Task Columns_are_reset_to_what_fits()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");
        await Page.ClickAsync("Columns");
        await ColumnBox("Networks").ChangeAsync(true);
        Assert.True(Page.Find(".ac-table-frame").HasAttribute("tabindex"));

        await Page.ClickAsync("Reset columns");

        Assert.DoesNotContain("Networks", Page.Texts("thead th"));
        Assert.False(Page.Find(".ac-table-frame").HasAttribute("tabindex"));
    }

    [Fact]
    public async Task A_row_shows_how_it_was_used_of_late()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());

        Open("/keys?org=acme");

        Page.WaitForAssertion(() => Assert.Equal("No calls in 14 days", Page.Find(".ac-keys td > svg").GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Counts_of_the_tabs_follow_a_change()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("one"), new KeyDraft("two"));
        Open("/keys?org=acme");
        Assert.Equal("Active 2", TabText("Active"));

        await Page.DisableAsync("one");

        Page.WaitForAssertion(() => Assert.Equal(("Active 1", "Disabled 1"), (TabText("Active"), TabText("Disabled"))));
    }

    [Fact]
    public async Task Management_keys_stand_in_their_own_tab_alone()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("service"));
        await Console.AddKeyAsync(_acme, A.Settings("management", "keys:read"), KeyKind.Management);

        Open("/keys?org=acme");
        Assert.Equal(["service"], Listed);

        await GoToAsync("/keys?org=acme&tab=management");
        Page.WaitForAssertion(() => Assert.Equal(["management"], Listed));
        Assert.Contains("Management", Page.Find(".ac-keys small").TextContent, StringComparison.Ordinal);
        Assert.Equal("page", Page.FindAll(".ac-tab-links a")[^1].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_revoked_key_has_no_expiry_to_show()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("over") { Revoked = true });

        Open("/keys?org=acme&tab=revoked");

        Assert.Equal(("Revoked", "–"), (Page.Texts(".ac-keys td")[0], Page.Texts(".ac-keys td")[5]));
    }

    [Fact]
    public async Task What_was_changed_elsewhere_is_shown_when_the_page_is_looked_at_again()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("one"));
        Open("/keys?org=acme");
        await Console.AddKeysAsync(_acme, new KeyDraft("two"));

        await Page.FindComponent<KeyList>().Instance.RefreshAsync();

        Page.WaitForAssertion(() => Assert.Equal(["two", "one"], Listed));
    }

    private string TabText(string tab) => string.Join(' ', Page.FindAll(".ac-tab-links a")
        .Single(link => link.TextContent.Trim().StartsWith(tab, StringComparison.Ordinal))
        .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IElement HeaderOf(string column) => Page.FindAll("th").Single(header => header.TextContent.Contains(column, StringComparison.Ordinal));

    private IElement ColumnBox(string column) =>
        Page.FindAll("#columns label").Single(choice => choice.TextContent.Trim() == column).QuerySelector("input")!;
}
