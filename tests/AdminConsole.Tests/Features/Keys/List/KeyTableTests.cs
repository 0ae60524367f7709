using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.List;

/// <summary>Order and pages, which the address holds, and the layout, which the browser remembers.</summary>
public sealed class KeyTableTests : RoutedTest
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
    public async Task Sorts_by_the_column_that_was_chosen_and_turns_it_round()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft("b"), new KeyDraft("a"), new KeyDraft("c"));
        Open("/keys?org=acme");
        Assert.Equal("descending", HeaderOf("Created").GetAttribute("aria-sort"));

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
        Assert.Equal("30 keys", Page.Find(".ac-toolbar [role=status]").TextContent);

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
        Open("/keys?org=acme&status=active&size=25");
        await Page.ClickAsync("Next");
        Page.WaitForAssertion(() => Assert.Equal(["key-01"], Listed));

        var disabling = Page.ClickAsync("Disable key-01");
        Page.WaitForAssertion(() => Assert.True(Page.HasButton("Disable")));
        await Page.ClickAsync("Disable");
        await disabling;

        Page.WaitForAssertion(() => Assert.Equal(25, Listed.Count));
        Assert.Equal("/keys?org=acme&status=active&size=25", Address);
    }

    [Fact]
    public async Task Remembers_which_columns_are_hidden()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");
        Assert.Contains("Hint", Page.Texts("th"));

        await ColumnBox("Hint").ChangeAsync(false);

        Assert.DoesNotContain("Hint", Page.Texts("th"));
        Assert.Equal(["keys.layout", "comfortable creator hint networks tags updated"], Memory.Invocations["write"][^1].Arguments);
        Assert.True(ColumnBox("Name").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Remembers_how_dense_the_rows_are()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Open("/keys?org=acme");
        Assert.Empty(Page.FindAll(".ac-table-compact"));

        await Page.ClickAsync("Compact rows");

        Assert.Single(Page.FindAll(".ac-table-compact"));
        Assert.Equal(["keys.layout", "compact creator networks tags updated"], Memory.Invocations["write"][^1].Arguments);
    }

    [Fact]
    public async Task Looks_the_way_it_was_left()
    {
        await Console.AddKeysAsync(_acme, new KeyDraft());
        Memory.Setup<string?>("read", "keys.layout").SetResult("compact hint no-such-column");

        Open("/keys?org=acme");

        Assert.Single(Page.FindAll(".ac-table-compact"));
        Assert.DoesNotContain("Hint", Page.Texts("th"));
        Assert.Contains("Tags", Page.Texts("th"));
    }

    private IElement HeaderOf(string column) => Page.FindAll("th").Single(header => header.TextContent.Contains(column, StringComparison.Ordinal));

    private IElement ColumnBox(string column) =>
        Page.FindAll(".ac-menu-check").Single(choice => choice.TextContent.Trim() == column).QuerySelector("input")!;
}
