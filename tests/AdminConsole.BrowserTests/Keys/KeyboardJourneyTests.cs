using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class KeyboardJourneyTests(ConsoleFixture console)
{
    private const int MostStops = 80;
    private const string Name = "keyboard-journey";
    private const string NewName = "keyboard-journey-2";

    [Fact]
    public Task A_key_is_created_edited_and_revoked_by_keyboard_alone() => console.WithPageAsync(
        async page =>
        {
            await page.SignInAsync();
            await page.GotoAsync("/keys?org=acme");
            await Expect(page.Button("Create key")).ToBeVisibleAsync();

            await CreateAsync(page);
            await page.GotoAsync($"/keys?org=acme&q={Name}");
            await Expect(page.Row(Name)).ToBeVisibleAsync();
            await EditAsync(page);
            await Expect(page.Row(NewName)).ToBeVisibleAsync();
            await RevokeAsync(page);

            await Expect(page.Row(NewName)).ToContainTextAsync("Revoked");
        },
        new() { Permissions = ["clipboard-read", "clipboard-write"] });

    private static async Task CreateAsync(IPage page)
    {
        await PressAsync(page, page.Button("Create key"), "Enter");
        var dialog = page.DialogNamed("Create key");
        await Expect(dialog.Field("Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Name);
        await PressAsync(page, dialog.Tick("vm:read"), "Space");
        await PressAsync(page, dialog.Button("Create key"), "Enter");

        var reveal = page.DialogNamed(KeySteps.RevealTitle);
        await Expect(reveal.Button("Copy")).ToBeFocusedAsync();
        await Expect(reveal.Button("Copy")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task EditAsync(IPage page)
    {
        await ChooseActionAsync(page, Name, "Edit");
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("-2");
        await PressAsync(page, dialog.Button("Save changes"), "Enter");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task RevokeAsync(IPage page)
    {
        await ChooseActionAsync(page, NewName, "Revoke");
        var dialog = page.DialogNamed("Revoke key");
        await ReachAsync(page, dialog.Choice("Reason"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Leaked", Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("L");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Choice("Reason")).ToHaveValueAsync("Leaked");
        await PressAsync(page, dialog.Button("Revoke key"), "Enter");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task ChooseActionAsync(IPage page, string key, string action)
    {
        await PressAsync(page, page.Button($"Actions for {key}"), "Enter");
        var item = page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true });
        await Expect(item).ToBeVisibleAsync();
        await ReachAsync(page, item, "ArrowDown");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task PressAsync(IPage page, ILocator stop, string key)
    {
        await ReachAsync(page, stop);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on until the focus is there, as somebody does who cannot use a mouse.</summary>
    private static async Task ReachAsync(IPage page, ILocator stop, string key = "Tab")
    {
        for (var stops = 0; stops < MostStops && !await IsFocusedAsync(stop); stops++)
        {
            await page.Keyboard.PressAsync(key);
        }

        await Expect(stop).ToBeFocusedAsync();
    }

    private static Task<bool> IsFocusedAsync(ILocator stop) => stop.EvaluateAsync<bool>("element => element === document.activeElement");
}
