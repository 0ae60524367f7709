using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using AdminConsole.Core.Keys.Editing;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Shell;

/// <summary>A dialog that saves something.</summary>
/// <param name="Button">What saves it.</param>
/// <param name="FillAsync">Opens the dialog for the key, and leaves it filled in.</param>
/// <param name="ExpectSavedAsync">Looks whether all that was filled in is saved.</param>
internal sealed record SavingDialog(string Button, Func<IPage, CreatedKey, Task<ILocator>> FillAsync, Func<IPage, CreatedKey, Task> ExpectSavedAsync);

internal static class SavingDialogs
{
    private const string Typed = "typed before the session ended";

    public static readonly IReadOnlyDictionary<string, SavingDialog> All = new Dictionary<string, SavingDialog>(StringComparer.Ordinal)
    {
        ["create"] = new("Create key", CreateAsync, ExpectCreatedAsync),
        ["edit"] = new("Save changes", EditAsync, ExpectOnPageAsync),
        ["disable"] = new("Disable", DisableAsync, (page, key) => Expect(page.Row(key.Name)).ToContainTextAsync("Disabled")),
        ["revoke"] = new("Revoke key", RevokeAsync, ExpectOnPageAsync),
        ["revoke what was looked up"] = new("Revoke key", RevokeFoundAsync, ExpectOnPageAsync),
    };

    private static string CreatedName(CreatedKey key) => $"{key.Name}-created";

    private static async Task<ILocator> CreateAsync(IPage page, CreatedKey key)
    {
        var dialog = await page.OpenCreateDialogAsync();
        await dialog.Field("Name").FillAsync(CreatedName(key));
        await dialog.Field("Description").FillAsync(Typed);
        await dialog.Tick("vm:read").CheckAsync();
        await dialog.Tab("Owner and projects").ClickAsync();
        await dialog.AddEntryAsync("Tags", "session-tag");
        return dialog;
    }

    private static async Task ExpectCreatedAsync(IPage page, CreatedKey key)
    {
        var reveal = page.DialogNamed(KeySteps.RevealTitle);
        await reveal.ReadSecretAsync();
        await reveal.CloseRevealAsync();
        await page.OpenKeyAsync(CreatedName(key));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Typed);
        await page.OpenPartAsync("Policy");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("session-tag");
    }

    private static async Task<ILocator> EditAsync(IPage page, CreatedKey key)
    {
        await page.ListKeysAsync(key.Name);
        await page.ChooseActionAsync(key.Name, "Edit");
        var dialog = page.DialogNamed("Edit key");
        await Expect(dialog.Field("Name")).ToHaveValueAsync(key.Name);
        await dialog.Field("Description").FillAsync(Typed);
        return dialog;
    }

    private static async Task<ILocator> DisableAsync(IPage page, CreatedKey key)
    {
        await page.ListKeysAsync(key.Name);
        await page.ChooseActionAsync(key.Name, "Disable");
        var dialog = page.DialogNamed($"Disable {key.Name}?");
        await Expect(dialog.Button("Disable")).ToBeEnabledAsync();
        return dialog;
    }

    private static async Task<ILocator> RevokeAsync(IPage page, CreatedKey key)
    {
        await page.ListKeysAsync(key.Name);
        await page.ChooseActionAsync(key.Name, "Revoke");
        return await FillRevocationAsync(page);
    }

    private static async Task<ILocator> RevokeFoundAsync(IPage page, CreatedKey key)
    {
        await page.LookUpAsync(key.Secret.Reveal());
        await page.Row(key.Name).Button($"Revoke {key.Name}").ClickAsync();
        return await FillRevocationAsync(page);
    }

    private static async Task<ILocator> FillRevocationAsync(IPage page)
    {
        var dialog = page.DialogNamed("Revoke key");
        await dialog.ChooseAsync("Reason", "Leaked");
        await dialog.Field("Comment").FillAsync(Typed);
        return dialog;
    }

    private static async Task ExpectOnPageAsync(IPage page, CreatedKey key)
    {
        await page.OpenKeyAsync(key.Name);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Typed);
    }
}
