using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class UndoTests(ConsoleFixture console)
{
    [Fact]
    public Task The_message_that_a_key_was_disabled_offers_to_undo_it_from_the_keyboard() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("undone-by-keyboard");
        await page.SignInAsync();
        await page.ListKeysAsync(key.Name);
        await page.ChooseActionAsync(key.Name, "Disable");
        await page.DialogNamed($"Disable {key.Name}?").Button("Disable").ClickAsync();
        await Expect(page.Row(key.Name)).ToContainTextAsync("Disabled");
        var undo = page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"Disabled {key.Name}." }).Button("Undo");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Rows per page" }).FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(undo).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Row(key.Name)).ToContainTextAsync("Active");
        await Expect(page.Button("Undo")).ToHaveCountAsync(0);
    });
}
