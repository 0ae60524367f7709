using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;

namespace AdminConsole.BrowserTests.Accessibility;

[Collection(ConsoleCollection.Name)]
public sealed class StateAccessibilityTests(ConsoleFixture console)
{
    private static readonly string LongName = string.Concat(Enumerable.Repeat("long-name-", 12));

    [Fact]
    public Task Everybody_can_use_the_pages_of_a_key_with_a_long_name() => console.WithPageAsync(async page =>
    {
        await console.Console.CreateAsync(LongName);
        await page.SignInAsync();
        await page.ListKeysAsync(LongName);
        await page.CheckAccessibilityAsync("list with a long name");

        await page.OpenKeyAsync(LongName);
        await page.CheckAccessibilityAsync("key with a long name");

        await page.ChooseActionAsync("Disable");
        await Expect(page.DialogNamed($"Disable {LongName}?")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("disable with a long name");
    });

    [Fact]
    public Task Everybody_can_answer_what_the_console_asks_and_says() => console.WithPageAsync(
        async page =>
        {
            var key = await console.Console.CreateAsync("axe-asked");
            await page.SignInAsync();
            await page.OpenKeyAsync(key.Name);

            await page.Button("Edit").ClickAsync();
            await page.DialogNamed("Edit key").Field("Name").FillAsync("axe-asked-again");
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Button("Discard changes")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("discard changes");
            await page.Button("Discard changes").ClickAsync();

            await page.ChooseActionAsync("Disable");
            var disable = page.DialogNamed($"Disable {key.Name}?");
            await page.CheckAccessibilityAsync("disable");
            await disable.Button("Disable").ClickAsync();
            await Expect(page.GetByText($"Disabled {key.Name}.")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("disabled key with its message");

            await page.GotoAsync("/lookup");
            await page.Field(KeySteps.LookUpField).FillAsync("zzzz");
            await page.Button("Look up").ClickAsync();
            await Expect(page.GetByText("Nothing found")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("look-up without a find");

            await page.GotoAsync("/keys?org=acme&q=no-such-key");
            var reveal = await page.CreateKeyAsync("axe-copied");
            await reveal.Button("Copy").ClickAsync();
            await reveal.Button(".NET").ClickAsync();
            await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
            await page.CheckAccessibilityAsync("reveal, copied");
        },
        new() { Permissions = ["clipboard-read", "clipboard-write"] });
}
