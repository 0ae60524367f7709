using AdminConsole.BrowserTests.Accessibility;
using AdminConsole.BrowserTests.Fixtures;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class RotationTests(ConsoleFixture console)
{
    [Fact]
    public Task A_key_is_rotated_without_a_gap_and_its_old_secret_ended() => console.WithPageAsync(async page =>
    {
        using var service = await AskingService.StartAsync(console.Console);
        var old = await console.Console.CreateAsync("rotated-in-browser");
        await page.SignInAsync();
        await page.OpenKeyAsync(old.Name);

        await page.ChooseActionAsync("Rotate");
        var rotate = page.DialogNamed($"Rotate {old.Name}");
        await rotate.Button("1 hour").ClickAsync();
        await page.CheckAccessibilityAsync("rotate");
        await rotate.Button("Rotate").ClickAsync();
        var reveal = page.DialogNamed(KeySteps.RevealTitle);
        var secret = await reveal.ReadSecretAsync();
        await reveal.CloseRevealAsync();

        await Expect(page.GetByText("Safe to end")).ToBeVisibleAsync();
        Assert.Equal("VALID", (await service.AskAsync(old.Secret.Reveal(), "10.1.2.3", "vm:read")).Code);
        await Expect(page.GetByText("Old secret still used")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(page.GetByText("10.1.2.3")).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync("rotation in progress");

        Assert.Equal("VALID", (await service.AskAsync(secret, "10.1.2.3", "vm:read")).Code);
        await page.Button("End the old key now").ClickAsync();
        await Expect(page.GetByText("Rotation in progress")).ToHaveCountAsync(0);
        Assert.Equal("REVOKED", (await service.AskAsync(old.Secret.Reveal(), "10.1.2.3", "vm:read")).Code);
        Assert.Equal("VALID", (await service.AskAsync(secret, "10.1.2.3", "vm:read")).Code);
    });

    [Fact]
    public Task Somebody_elses_edit_is_undone_from_the_history() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("restored-in-browser");
        await console.Console.RenameAsync(key, "renamed-by-somebody");
        await page.SignInAsync();
        await page.OpenKeyAsync("renamed-by-somebody");

        await page.OpenPartAsync("History");
        await page.Button("Restore version 1").ClickAsync();
        var edit = page.DialogNamed("Edit key");
        await Expect(edit.Field("Name")).ToHaveValueAsync(key.Name);
        await Expect(edit.GetByText("Decides no request otherwise")).ToBeVisibleAsync();
        await edit.Button("Save changes").ClickAsync();

        await Expect(edit).ToHaveCountAsync(0);
        await Expect(page.Title(key.Name)).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_revoked_key_is_deleted_and_its_page_left() => console.WithPageAsync(async page =>
    {
        var key = await console.Console.CreateAsync("deleted-in-browser");
        await page.SignInAsync();
        await page.OpenKeyAsync(key.Name);
        await page.ChooseActionAsync("Revoke");
        var revoke = page.DialogNamed("Revoke key");
        await revoke.ChooseAsync("Reason", "Unused");
        await revoke.Button("Revoke key").ClickAsync();
        await Expect(revoke).ToHaveCountAsync(0);

        await page.ChooseActionAsync("Delete");
        await page.DialogNamed($"Delete {key.Name}?").Button("Delete").ClickAsync();

        await Expect(page.Title("Keys")).ToBeVisibleAsync();
        await Expect(page.Row(key.Name)).ToHaveCountAsync(0);
    });
}
