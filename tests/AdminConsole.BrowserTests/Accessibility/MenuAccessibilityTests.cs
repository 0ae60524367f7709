using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Demo;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class MenuAccessibilityTests(ConsoleFixture console)
{
    [Fact]
    public Task Everybody_can_use_the_menus_of_the_list() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("axe-menu");
        await page.SignInAsync();
        await page.ListKeysAsync(key.Name);

        await page.Button($"Actions for {key.Name}").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Revoke" })).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("menu of a row");
        await page.Keyboard.PressAsync("Escape");

        await page.Button("Columns").ClickAsync();
        await Expect(page.Button("Reset columns")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("columns");
        await page.Keyboard.PressAsync("Escape");

        await page.Button("Filter").ClickAsync();
        await Expect(page.Button("Owner")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("filters");
        await page.Button("Scope").ClickAsync();
        await Expect(page.Button("vm:read")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("values of a filter");
        await page.Button("vm:read").ClickAsync();
        await Expect(page.Button("Clear filters")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("filtered list");
    });

    [Fact]
    public Task Everybody_can_use_the_menus_of_the_shell() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync(DemoData.BothEmail);
        await page.GotoAsync("/keys?org=acme&q=no-such-key");
        await Expect(page.GetByText("No key matches")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch organization:" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Globex" })).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("organizations", Look.Light, Look.Dark);
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { Name = "Account of" }).ClickAsync();
        await Expect(page.Button("Sign out")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("account");
        await page.Keyboard.PressAsync("Escape");

        await Look.Phone.TakeAsync(page);
        await page.Button("Open navigation").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch organization:" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Globex" })).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("navigation", Look.Phone);
    });
}
