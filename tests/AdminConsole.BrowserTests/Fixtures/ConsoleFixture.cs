using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>The whole console with its demo data on a free loopback port, and one browser for the run.</summary>
public sealed class ConsoleFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a password for browser tests";

    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _dataDirectory = Path.Combine(Path.GetTempPath(), "adminconsole-browser", Path.GetRandomFileName());
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ConsoleFixture() => UseKestrel(port: 0);

    public async ValueTask InitializeAsync()
    {
        StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ChromiumArguments,
        });
    }

    /// <summary>Gives a test a browser window of its own; keeps a trace when it fails.</summary>
    public async Task WithPageAsync(Func<IPage, Task> test, BrowserNewContextOptions? options = null, [CallerMemberName] string name = "")
    {
        options ??= new();
        options.BaseURL = ClientOptions.BaseAddress.ToString();
        await using var context = await _browser!.NewContextAsync(options);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        try
        {
            await test(await context.NewPageAsync());
        }
        catch
        {
            await context.Tracing.StopAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "traces", $"{name}.zip") });
            throw;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Console:DataDirectory", _dataDirectory)
        .UseSetting("Demo:Password", Password);

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_dataDirectory, recursive: true);
    }
}

/// <summary>All browser tests share one console.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Console";
}
