using AdminConsole.Core.Demo;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Fixtures;

internal static class SignInSteps
{
    /// <summary>Signs in and waits for the page behind it: only a live page has a heading of its own.</summary>
    public static async Task SignInAsync(this IPage page, string email = DemoData.AdminEmail)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Field("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(RunningConsole.Password);
        await page.Button("Sign in").ClickAsync();
        await Expect(page.Title(email == DemoData.SupportEmail ? "Look up keys" : "Keys")).ToBeVisibleAsync();
    }
}
