using AdminConsole.BrowserTests.Accessibility;
using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.Core.Keys;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class EditReviewTests(ConsoleFixture console)
{
    [Fact]
    public Task An_edit_names_whom_it_refuses_before_it_is_saved() => console.WithPageAsync(async page =>
    {
        using var service = await AskingService.StartAsync(console.Console);
        var key = await console.Console.CreateAsync(new KeySettings
        {
            Name = "reviewed-edit",
            Scopes = ["vm:read"],
            AllowedCidrs = ["10.1.0.0/16", "10.2.0.0/16"],
        });
        var secret = key.Secret.Reveal();
        await service.AskAsync(secret, "10.1.2.3", "vm:read");
        await service.AskAsync(secret, "10.2.2.3", "vm:read");
        await page.SignInAsync();
        await page.OpenKeyAsync(key.Name);

        await page.Button("Edit").ClickAsync();
        var edit = page.DialogNamed("Edit key");
        await edit.Tab("Networks").ClickAsync();
        await edit.Button("Remove 10.2.0.0/16").ClickAsync();

        await Expect(edit.GetByText("Refuses 1 of 2 requests")).ToBeVisibleAsync();
        await Expect(edit.GetByText("Narrows what the key may do")).ToBeVisibleAsync();
        await Expect(edit.GetByRole(Microsoft.Playwright.AriaRole.Listitem).Filter(new() { HasText = "10.2.2.3" })).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("edit review");

        await edit.Button("Save changes").ClickAsync();
        await Expect(edit).ToHaveCountAsync(0);
        Assert.Equal("IP_NOT_ALLOWED", (await service.AskAsync(secret, "10.2.2.3", "vm:read")).Code);
        Assert.Equal("VALID", (await service.AskAsync(secret, "10.1.2.3", "vm:read")).Code);
    });
}
