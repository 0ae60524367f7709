using AdminConsole.BrowserTests.Fixtures;
using AdminConsole.BrowserTests.Keys;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>Every field of the console that searches, filters or looks up: how a text is pasted into it, and how its outcome is awaited.</summary>
internal static class SearchFields
{
    public static readonly IReadOnlyDictionary<string, Func<IPage, string, Task>> All =
        new Dictionary<string, Func<IPage, string, Task>>(StringComparer.Ordinal)
        {
            ["top search on the list"] = (page, text) => SearchEverywhereAsync(page, "/keys?org=acme", text),
            ["top search on a key's page"] = (page, text) => SearchEverywhereAsync(page, "/keys/nonsense?org=acme", text),
            ["top search on the look-up"] = async (page, text) =>
            {
                // The page takes the focus once it is there. An Enter before that may be lost.
                await page.GotoAsync("/lookup");
                await Expect(page.Field(KeySteps.LookUpField)).ToBeFocusedAsync();
                await SearchEverywhereAsync(page, text);
            },
            ["top search on the API page"] = (page, text) => SearchEverywhereAsync(page, "/api-reference", text),
            ["list search, submitted"] = async (page, text) =>
            {
                await PasteIntoListAsync(page, text);
                await page.Keyboard.PressAsync("Enter");
                await ExpectLookedUpAsync(page);
            },
            ["list search, left alone"] = async (page, text) =>
            {
                await PasteIntoListAsync(page, text);
                await ExpectLookedUpAsync(page);
            },
            ["values of a filter"] = FilterAsync,
            ["scopes of a key"] = FilterScopesAsync,
            ["look-up"] = LookUpAsync,
        };

    private static async Task SearchEverywhereAsync(IPage page, string path, string text)
    {
        await page.GotoAsync(path);
        await SearchEverywhereAsync(page, text);
    }

    private static async Task SearchEverywhereAsync(IPage page, string text)
    {
        await PasteAsync(
            page.Locator("[data-shell]").GetByRole(AriaRole.Searchbox, new() { Name = "Search, or paste a key, a hint, an id, an address" }),
            text);
        await page.Keyboard.PressAsync("Enter");
        await ExpectLookedUpAsync(page);
    }

    private static async Task PasteIntoListAsync(IPage page, string text)
    {
        await page.GotoAsync("/keys?org=acme");
        await PasteAsync(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search, or paste a key", Exact = true }), text);
    }

    private static async Task FilterAsync(IPage page, string text)
    {
        await page.GotoAsync("/keys?org=acme");
        await page.Button("Filter").ClickAsync();
        await page.Button("Scope").ClickAsync();
        await PasteAsync(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search", Exact = true }), text);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Nothing to choose from.")).ToBeVisibleAsync();
    }

    private static async Task FilterScopesAsync(IPage page, string text)
    {
        await page.GotoAsync("/keys?org=acme");
        var dialog = await page.OpenCreateDialogAsync();
        await PasteAsync(dialog.GetByRole(AriaRole.Searchbox, new() { Name = "Filter scopes", Exact = true }), text);
        await Expect(dialog.Tick("vm:read")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Field("Name")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    private static async Task LookUpAsync(IPage page, string text)
    {
        await page.GotoAsync("/lookup");
        await PasteAsync(page.Field(KeySteps.LookUpField), text);
        await page.Button("Look up").ClickAsync();
        await ExpectLookedUpAsync(page);
    }

    // As one event, as a paste is.
    private static async Task PasteAsync(ILocator field, string text)
    {
        await field.FocusAsync();
        await field.Page.Keyboard.InsertTextAsync(text);
    }

    private static async Task ExpectLookedUpAsync(IPage page)
    {
        await Expect(page.Title("Look up keys")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }
}
