using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class DialogAccessibilityTests(ConsoleFixture console)
{
    private static readonly string[] Tabs = ["General", "Networks", "Owner and projects", "Limits"];

    [Fact]
    public Task Everybody_can_create_a_key() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();

        // The pages behind have a test of their own; a long list would be checked anew with each state of the dialog.
        await page.GotoAsync("/keys?org=acme&q=no-such-key");
        var create = await page.OpenCreateDialogAsync();
        await CheckTabsAsync(page, create, "create");

        await create.Button("Create key").ClickAsync();
        await Expect(create.Field("Name")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.CheckAccessibilityAsync("create refused");

        await create.Field("Name").FillAsync("axe-created");
        await create.Tick("vm:read").CheckAsync();
        await create.Button("Create key").ClickAsync();
        var reveal = page.DialogNamed(KeySteps.RevealTitle);
        await reveal.ReadSecretAsync();
        await page.CheckAccessibilityAsync("reveal");

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.DialogNamed("Close without the secret?")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("reveal, about to be closed");
    });

    [Fact]
    public Task Everybody_can_edit_and_revoke_a_key() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("axe-edited");
        await page.SignInAsync();
        await page.OpenKeyAsync(key.Name);

        await page.ChooseActionAsync("Revoke");
        var revoke = page.DialogNamed("Revoke key");
        await Expect(revoke.Choice("Reason")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("revoke");
        await revoke.Button("Cancel").ClickAsync();

        await page.Button("Edit").ClickAsync();
        var edit = page.DialogNamed("Edit key");
        await Expect(edit.Field("Name")).ToHaveValueAsync(key.Name);
        await CheckTabsAsync(page, edit, "edit");

        await console.Console.RenameAsync(key, "axe-renamed");
        await edit.Field("Name").FillAsync("axe-renamed-too");
        await edit.Button("Save changes").ClickAsync();
        await Expect(edit.Button("Save this")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("edit conflict");
    });

    private static async Task CheckTabsAsync(IPage page, ILocator dialog, string state)
    {
        foreach (var tab in Tabs)
        {
            await dialog.Tab(tab).ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync($"{state}, {tab}");
        }

        await dialog.Tab(Tabs[0]).ClickAsync();
    }
}
