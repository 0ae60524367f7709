using System.Text.RegularExpressions;
using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed partial class KeyListTests(ConsoleFixture console)
{
    private const string Sorted = "/keys?org=acme&sort=name&dir=asc";

    [Fact]
    public Task A_row_opens_its_key_and_the_way_back_leads_to_where_the_list_was_left() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.GotoAsync(Sorted);
        var cell = Rows(page).Nth(30).Locator("td").Nth(2);
        await cell.ScrollIntoViewIfNeededAsync();
        var place = await PlaceAsync(page);

        await cell.ClickAsync();
        await Expect(page).ToHaveURLAsync(KeyPage());
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Keys", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Sorted);
        await Expect(cell).ToBeInViewportAsync();
        Assert.Equal(place, await PlaceAsync(page));

        await cell.ClickAsync();
        await Expect(page).ToHaveURLAsync(KeyPage());
        await page.GoBackAsync();
        await Expect(cell).ToBeInViewportAsync();
        Assert.Equal(place, await PlaceAsync(page));
    });

    [Fact]
    public Task The_menu_of_a_row_takes_the_focus_and_gives_it_back() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.GotoAsync("/keys?org=acme&tab=active");
        var button = Rows(page).Nth(3).GetByRole(AriaRole.Button);

        await button.PressAsync("Enter");
        await Expect(Item(page, "Edit")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Item(page, "Rotate")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(button).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    [InlineData(320)]
    public Task Nothing_of_the_list_overflows(int width) => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync("/keys?org=acme");
        await Expect(Rows(page).First).ToBeVisibleAsync();

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('.ac-keys')].filter(frame => frame.scrollWidth > frame.clientWidth).length"));
    });

    [Fact]
    public Task The_first_row_stands_high_on_a_phone() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/keys?org=acme");
        await Expect(Rows(page).First).ToBeVisibleAsync();

        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('tbody tr').getBoundingClientRect().top"), 0, 250);
    });

    private static ILocator Rows(IPage page) => page.Locator("tbody tr");

    private static ILocator Item(IPage page, string name) => page.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true });

    private static Task<int> PlaceAsync(IPage page) => page.EvaluateAsync<int>("Math.round(scrollY)");

    [GeneratedRegex("/keys/key_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPage();
}
