using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Shell;

/// <summary>What a page shows before its circuit is up.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class WaitingShellTests(ConsoleFixture console)
{
    [Fact]
    public Task The_shell_stands_where_the_script_has_not_arrived() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());

        await page.GotoAsync("/keys?org=acme");

        var navigation = page.GetByRole(AriaRole.Navigation);
        await Expect(navigation.GetByRole(AriaRole.Link, new() { Name = "Keys", Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(navigation).ToContainTextAsync("Acme Cloud");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Loading");
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();
        await Expect(page.Button("Sign out")).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_live_shell_takes_its_place_without_a_move() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        var live = await PlacesAsync(page);
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());

        await page.GotoAsync("/keys?org=acme");

        Assert.Equal(live, await PlacesAsync(page));
    });

    [Fact]
    public Task There_is_one_shell_once_it_is_live() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();

        await Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
    });

    private static Task<string> PlacesAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => ['.ac-organization', '.ac-navigation-link', '.ac-top-search', '.ac-account', 'main']
            .flatMap(part => [...document.querySelectorAll(part)].filter(found => found.offsetParent))
            .map(found => found.getBoundingClientRect()).map(at => [at.x, at.y, at.width].map(Math.round).join()).join(' ')
        """);
}
