using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.Core.Demo;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class EditConflictTests(ConsoleFixture console)
{
    [Fact]
    public Task The_second_of_two_edits_is_refused_and_keeps_what_was_typed() => console.WithPageAsync(olivia => console.WithPageAsync(async amir =>
    {
        await console.Console.CreateAsync("conflict-start");
        await olivia.SignInAsync(DemoData.OwnerEmail);
        await amir.SignInAsync();
        var first = await OpenEditDialogAsync(olivia, "conflict-start");
        var second = await OpenEditDialogAsync(amir, "conflict-start");

        await first.Field("Name").FillAsync("conflict-theirs");
        await first.Button("Save changes").ClickAsync();
        await Expect(first).ToHaveCountAsync(0);
        await second.Field("Name").FillAsync("conflict-mine");
        await second.Field("Description").FillAsync("typed before the refusal");
        await second.Button("Save changes").ClickAsync();

        await Expect(second).ToContainTextAsync("Olivia Marsh saved another version while you were editing.");
        var name = second.GetByRole(AriaRole.Group, new() { Name = "Name" });
        await Expect(name.GetByRole(AriaRole.Radio, new() { Name = "Yours conflict-mine" })).Not.ToBeCheckedAsync();
        await Expect(name.GetByRole(AriaRole.Radio, new() { Name = "Theirs (now) conflict-theirs" })).Not.ToBeCheckedAsync();
        await Expect(name).ToContainTextAsync("conflict-start");
        await Expect(second.Button("Save this")).ToBeDisabledAsync();
        var description = second.GetByRole(AriaRole.Group, new() { Name = "Description" });
        await Expect(description.GetByRole(AriaRole.Radio, new() { Name = "Yours typed before the refusal" })).ToBeCheckedAsync();

        await name.GetByRole(AriaRole.Radio, new() { Name = "Theirs" }).CheckAsync();
        await second.Button("Save this").ClickAsync();
        await Expect(second).ToHaveCountAsync(0);

        await amir.OpenKeyAsync("conflict-theirs");
        await Expect(amir.GetByRole(AriaRole.Main)).ToContainTextAsync("typed before the refusal");
    }));

    private static async Task<ILocator> OpenEditDialogAsync(IPage page, string name)
    {
        await page.ListKeysAsync(name);
        await page.ChooseActionAsync(name, "Edit");
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Name")).ToHaveValueAsync(name);
        await Expect(dialog.Field("Name")).ToBeFocusedAsync();
        return dialog;
    }
}
