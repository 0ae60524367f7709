using System.Text.RegularExpressions;
using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Keys;

/// <summary>What people do with keys.</summary>
internal static partial class KeySteps
{
    public const string RevealTitle = "Store the new key's secret";
    public const string LookUpField = "Secret, text with secrets, or hint";

    /// <summary>Shows the list of the keys with this name.</summary>
    public static async Task ListKeysAsync(this IPage page, string name)
    {
        await page.GotoAsync($"/keys?org=acme&q={name}");
        await Expect(page.Row(name)).ToBeVisibleAsync();
    }

    /// <summary>Opens the menu of the key's row in the list, and chooses from it: "Edit".</summary>
    public static async Task ChooseActionAsync(this IPage page, string key, string action)
    {
        await page.Button($"Actions for {key}").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }

    /// <summary>Shows the page of the key with this name.</summary>
    public static async Task OpenKeyAsync(this IPage page, string name)
    {
        await page.ListKeysAsync(name);
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(page.Title(name)).ToBeVisibleAsync();
    }

    /// <summary>Chooses from the menu of the key's page.</summary>
    public static async Task ChooseActionAsync(this IPage page, string action)
    {
        await page.Button("More actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }

    /// <summary>The link to a part of the key's page.</summary>
    public static ILocator Part(this IPage page, string part) =>
        page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = part, Exact = true });

    /// <summary>Opens another part of the key's page.</summary>
    public static async Task OpenPartAsync(this IPage page, string part)
    {
        await page.Part(part).ClickAsync();
        await Expect(page.Part(part)).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Pastes the text and looks its keys up.</summary>
    public static async Task LookUpAsync(this IPage page, string text)
    {
        await page.GotoAsync("/lookup");
        await page.Field(LookUpField).FillAsync(text);
        await page.Button("Look up").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    /// <summary>Revokes a key that a look-up found, because it leaked.</summary>
    public static async Task RevokeFoundAsync(this IPage page, string name)
    {
        await page.Row(name).Button($"Revoke {name}").ClickAsync();
        var dialog = page.DialogNamed("Revoke key");
        await dialog.ChooseAsync("Reason", "Leaked");
        await dialog.Button("Revoke key").ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>How many pixels of the page lie beyond its right edge.</summary>
    public static Task<int> HiddenWidthAsync(this IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public static async Task<ILocator> OpenCreateDialogAsync(this IPage page)
    {
        await page.Button("Create key").ClickAsync();
        var dialog = page.DialogNamed("Create key");
        await Expect(dialog.Field("Name")).ToBeFocusedAsync();
        return dialog;
    }

    /// <summary>Creates a key with what must be given alone, and leaves its secret on the screen.</summary>
    public static async Task<ILocator> CreateKeyAsync(this IPage page, string name)
    {
        var dialog = await page.OpenCreateDialogAsync();
        await dialog.Field("Name").FillAsync(name);
        await dialog.Tick("vm:read").CheckAsync();
        await dialog.Button("Create key").ClickAsync();
        var reveal = page.DialogNamed(RevealTitle);
        await Expect(reveal).ToBeVisibleAsync();
        return reveal;
    }

    /// <summary>Reads the secret off the reveal dialog.</summary>
    public static async Task<string> ReadSecretAsync(this ILocator reveal)
    {
        await reveal.Button("Show").ClickAsync();
        var input = reveal.GetByRole(AriaRole.Textbox, new() { Name = "Secret of " });
        await Expect(input).ToHaveValueAsync(NewSecret());
        return await input.InputValueAsync();
    }

    /// <summary>Copies the secret, and closes the reveal dialog.</summary>
    public static async Task CloseRevealAsync(this ILocator reveal)
    {
        await reveal.Button("Copy").ClickAsync();
        await Expect(reveal.Button("Copied")).ToBeVisibleAsync();
        await reveal.Button("Done").ClickAsync();
        await Expect(reveal).ToHaveCountAsync(0);
    }

    /// <summary>What is on the clipboard. The console's pages may not read it, but take what a person pastes.</summary>
    public static async Task<string> PasteAsync(this IPage page)
    {
        await page.GotoAsync("/lookup");
        var field = page.Field(LookUpField);
        await field.PressAsync("Control+V");
        return await field.InputValueAsync();
    }

    /// <summary>Takes an entry of a field's list, which opens in a layer above the dialog.</summary>
    public static async Task ChooseAsync(this ILocator dialog, string field, string text)
    {
        await dialog.Choice(field).ClickAsync();
        await dialog.Page.GetByRole(AriaRole.Option, new() { Name = text, Exact = true }).ClickAsync();
        await Expect(dialog.Choice(field)).ToHaveValueAsync(text);
    }

    /// <summary>Adds an entry to a list of chips.</summary>
    public static async Task AddEntryAsync(this ILocator dialog, string field, string entry)
    {
        await dialog.Field(field).FillAsync(entry);
        await dialog.Field(field).PressAsync("Enter");
        await Expect(dialog.Button($"Remove {entry}")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^akc_live_[0-9A-Za-z]{49}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex NewSecret();
}
