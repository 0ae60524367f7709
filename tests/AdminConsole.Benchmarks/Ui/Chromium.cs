using AdminConsole.Core.Demo;
using Microsoft.Playwright;

namespace AdminConsole.Benchmarks.Ui;

/// <summary>A browser, and the visits that are measured in it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _origin;

    private Chromium(IPlaywright playwright, IBrowser browser, string origin) => (_playwright, _browser, _origin) = (playwright, browser, origin);

    public static async Task<Chromium> StartAsync(string origin)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        return new(playwright, browser, origin);
    }

    /// <summary>A window with an empty cache, of somebody who has not signed in.</summary>
    public Task<IBrowserContext> OpenAsync() =>
        _browser.NewContextAsync(new() { BaseURL = _origin, ViewportSize = new() { Width = 1440, Height = 900 } });

    /// <summary>The same of the demo organization's admin.</summary>
    public async Task<IBrowserContext> OpenSignedInAsync()
    {
        var window = await OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(DemoData.AdminEmail);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoConsole.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await page.CloseAsync();
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
