using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

[Collection(ConsoleCollection.Name)]
public sealed class KeyJourneyTests(ConsoleFixture console)
{
    private const string OfficeAddress = "203.0.113.9";
    private const string OtherAddress = "198.51.100.7";
    private const string LastDay = "2099-12-31";

    [Fact]
    public Task A_key_is_created_shown_once_verified_edited_and_revoked() => console.WithPageAsync(async page =>
    {
        using var service = await AskingService.StartAsync(console.Console);
        await page.SignInAsync();

        var secret = await CreateAsync(page, "journey-deploy");
        Assert.Equal("VALID", (await service.AskAsync(secret, OfficeAddress, "vm:read", "deploy:write")).Code);
        Assert.Equal("IP_NOT_ALLOWED", (await service.AskAsync(secret, OtherAddress, "vm:read")).Code);
        var refused = await service.AskAsync(secret, OfficeAddress, "vm:read", "billing:read");
        Assert.Equal("SCOPE_MISSING", refused.Code);
        Assert.Equal("billing:read", Assert.Single(refused.MissingScopes));

        await AllowAsync(page, "journey-deploy", "198.51.100.0/24");
        Assert.Equal("VALID", (await service.AskAsync(secret, OtherAddress, "vm:read")).Code);

        await RevokeAsync(page, "journey-deploy");
        Assert.Equal("REVOKED", (await service.AskAsync(secret, OfficeAddress, "vm:read")).Code);
    });

    [Fact]
    public Task A_secret_is_gone_once_its_dialog_is_closed() => console.WithPageAsync(async page =>
    {
        await page.SignInAsync();
        var reveal = await page.CreateKeyAsync("journey-shown-once");
        var secret = await reveal.ReadSecretAsync();

        await reveal.CloseRevealAsync();
        Assert.DoesNotContain(secret, await page.ContentsAsync(), StringComparison.Ordinal);

        await page.ReloadAsync();
        await Expect(page.Row("journey-shown-once")).ToBeVisibleAsync();
        Assert.DoesNotContain(secret, await page.ContentsAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/lookup");
        await page.GoBackAsync();
        await Expect(page.Row("journey-shown-once")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.DoesNotContain(secret, await page.ContentsAsync(), StringComparison.Ordinal);
    });

    private static async Task<string> CreateAsync(IPage page, string name)
    {
        var dialog = await page.OpenCreateDialogAsync();
        await dialog.Field("Name").FillAsync(name);
        await dialog.Tick("vm:read").CheckAsync();
        await dialog.Tick("deploy:write").CheckAsync();
        await dialog.Field("Expires: date").FillAsync(LastDay);
        await dialog.Tab("Networks").ClickAsync();
        await dialog.AddEntryAsync("Allowed networks", "203.0.113.0/24");
        await dialog.Tab("Owner and projects").ClickAsync();
        await dialog.AddEntryAsync("Tags", "journey");
        await dialog.Button("Create key").ClickAsync();

        var reveal = page.DialogNamed(KeySteps.RevealTitle);
        var secret = await reveal.ReadSecretAsync();
        await reveal.CloseRevealAsync();

        await Expect(page.Row(name)).ToContainTextAsync("journey");
        await Expect(page.Row(name)).ToContainTextAsync(secret[^4..]);
        return secret;
    }

    private static async Task AllowAsync(IPage page, string name, string network)
    {
        await page.ChooseActionAsync(name, "Edit");
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Expires: date")).ToHaveValueAsync(LastDay);
        await dialog.Tab("Networks").ClickAsync();
        await dialog.AddEntryAsync("Allowed networks", network);
        await dialog.Button("Save changes").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task RevokeAsync(IPage page, string name)
    {
        await page.ChooseActionAsync(name, "Revoke");
        var dialog = page.DialogNamed("Revoke key");
        await dialog.ChooseAsync("Reason", "Leaked");
        // It has been used a moment ago.
        await dialog.Field($"Type {name} to confirm").FillAsync(name);
        await dialog.Button("Revoke key").ClickAsync();
        await Expect(page.Row(name)).ToContainTextAsync("Revoked");
    }
}
