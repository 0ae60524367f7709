using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>A console with its demo data, and one browser for the run.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    // As long as an action may take: a machine that is busy is no fault of a page's.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private RunningConsole? _console;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningConsole Console => _console!;

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _console = RunningConsole.WithDemoData();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ChromiumArguments,
        });
    }

    /// <summary>
    /// Gives a test a browser window of its own, and keeps a trace when it fails. Whatever the test is about, the pages must
    /// not have asked anybody but the console for anything.
    /// </summary>
    public Task WithPageAsync(Func<IPage, Task> test, BrowserNewContextOptions? options = null, [CallerMemberName] string name = "") =>
        WithPageAsync(Console, test, options, name);

    /// <summary>The same, with a console of the test's own.</summary>
    public async Task WithPageAsync(
        RunningConsole console, Func<IPage, Task> test, BrowserNewContextOptions? options = null, [CallerMemberName] string name = "")
    {
        options ??= new();
        options.BaseURL = console.Origin;
        await using var context = await _browser!.NewContextAsync(options);
        ConcurrentQueue<string> requests = [];
        context.Request += (_, request) => requests.Enqueue(request.Url);
        context.Page += (_, opened) => opened.WebSocket += (_, socket) => requests.Enqueue(socket.Url);
        await context.Tracing.StartAsync(new() { Snapshots = true });
        try
        {
            await test(await context.NewPageAsync());
            Assert.DoesNotContain(requests, url => LeavesOrigin(url, console.Origin));
        }
        catch
        {
            await context.Tracing.StopAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "traces", $"{name}.zip") });
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_console is not null)
        {
            await _console.DisposeAsync();
        }
    }

    private static bool LeavesOrigin(string url, string origin)
    {
        // A download has an address within the browser, of the origin that made it.
        const string Blob = "blob:";
        var address = new Uri(url.StartsWith(Blob, StringComparison.Ordinal) ? url[Blob.Length..] : url);
        return address.Authority != new Uri(origin).Authority;
    }
}

/// <summary>All browser tests share one console.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Console";
}
