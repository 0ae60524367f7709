using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.ApiReference;

/// <summary>What people do with the description of the API. The viewer's parts are found by its classes where they have no names.</summary>
internal static class ApiReferenceSteps
{
    public static async Task OpenApiReferenceAsync(this IPage page)
    {
        await page.SignInAsync();
        await page.GotoAsync("/api-reference");
        await Expect(page.Operation("Verify a key")).ToBeVisibleAsync();
    }

    /// <summary>The operation with this summary.</summary>
    public static ILocator Operation(this IPage page, string summary) =>
        page.Locator(".opblock").Filter(new() { Has = page.GetByText(summary, new() { Exact = true }) });

    public static async Task<ILocator> OpenOperationAsync(this IPage page, string summary)
    {
        var operation = page.Operation(summary);
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await Expect(operation.Button("Try it out")).ToBeVisibleAsync();
        return operation;
    }

    /// <summary>Gives the page a key to call with.</summary>
    public static async Task AuthorizeAsync(this IPage page, string secret)
    {
        var dialog = await page.OpenAuthorizationAsync();
        await page.KeyField().FillAsync(secret);
        await dialog.Button("Authorize").ClickAsync();
        await Expect(dialog.Button("Logout")).ToBeVisibleAsync();
        await dialog.Locator(".btn-done").ClickAsync();
    }

    public static async Task<ILocator> OpenAuthorizationAsync(this IPage page)
    {
        await page.Button("Authorize").ClickAsync();
        await Expect(page.KeyField()).ToBeFocusedAsync();
        return page.Locator(".modal-ux");
    }

    public static ILocator KeyField(this IPage page) => page.Locator(".auth-container input");

    /// <summary>Sends the request as it stands, and waits for the answer.</summary>
    public static async Task<ILocator> ExecuteAsync(this ILocator operation)
    {
        await operation.Button("Execute").ClickAsync();
        var answer = operation.Locator(".live-responses-table");
        await Expect(answer).ToBeVisibleAsync();
        return answer;
    }
}
