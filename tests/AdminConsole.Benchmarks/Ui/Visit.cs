using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace AdminConsole.Benchmarks.Ui;

/// <summary>One visit of a page: what it took until the page could be used.</summary>
/// <param name="Milliseconds">From the navigation until what is waited for can be seen.</param>
/// <param name="Loaded">Bytes of documents, scripts, styles, fonts and pictures, as they came over the wire.</param>
/// <param name="Circuit">Bytes that the circuit received.</param>
internal sealed record Visit(double Milliseconds, long Loaded, long Circuit)
{
    /// <summary>A blank page of the console: its shell, and a heading.</summary>
    public const string Blank = "/not-found";

    public const string List = "/keys?org=acme";

    public static async Task<Visit> MakeAsync(IPage page, string address, bool emptyCache)
    {
        long loaded = 0;
        long circuit = 0;
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = emptyCache });
        network.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref loaded, Length(finished));
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            Interlocked.Add(ref circuit, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        var begun = Stopwatch.GetTimestamp();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await ReadyAsync(page, address);
        var milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await network.DetachAsync();
        return new(milliseconds, Interlocked.Read(ref loaded), Interlocked.Read(ref circuit));
    }

    private static Task ReadyAsync(IPage page, string address) => address == List
        ? page.Locator("tbody tr a").First.WaitForAsync()
        : page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();

    private static long Length(JsonElement? finished) => (long)finished!.Value.GetProperty("encodedDataLength").GetDouble();
}
