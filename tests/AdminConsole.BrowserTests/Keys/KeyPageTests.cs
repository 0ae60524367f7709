using System.Text.RegularExpressions;
using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed partial class KeyPageTests(ConsoleFixture console)
{
    [Fact]
    public Task Each_part_of_a_keys_page_has_an_address_and_the_back_button_leads_through_them() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("parts-of-a-page");
        await page.SignInAsync();
        await page.OpenKeyAsync(key.Name);

        await page.OpenPartAsync("Policy");
        await Expect(page).ToHaveURLAsync(PolicyAddress());
        await page.OpenPartAsync("History");
        await page.GoBackAsync();
        await Expect(page.Part("Policy")).ToHaveAttributeAsync("aria-current", "page");

        await page.ReloadAsync();
        await Expect(page.Title(key.Name)).ToBeVisibleAsync();
        await Expect(page.Part("Policy")).ToHaveAttributeAsync("aria-current", "page");
    });

    [Fact]
    public Task A_menu_is_closed_behind_the_dialog_that_it_opened() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("menu-behind-a-dialog");
        await page.SignInAsync();
        await page.OpenKeyAsync(key.Name);

        await page.ChooseActionAsync("Revoke");

        await Expect(page.GetByText("Revoking is final")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { IncludeHidden = true })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("More actions")).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_heading_of_the_key_that_replaces_another_has_the_focus_once_its_link_was_followed() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("replaced-key");
        var successor = await console.Console.RotateAsync(key);
        await page.SignInAsync();
        await page.GotoAsync($"/keys/{key.Id}?org=acme");
        var status = page.GetByRole(AriaRole.Region, new() { Name = "Status", Exact = true });
        await status.GetByRole(AriaRole.Link, new() { Name = successor.Name, Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{console.Console.Origin}/keys/{successor.Id}?org=acme");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.OpenPartAsync("Policy");
        await Expect(page.Part("Policy")).ToBeFocusedAsync();
    });

    [GeneratedRegex("/keys/key_[0-9a-f]{32}/policy\\?org=acme$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PolicyAddress();
}
