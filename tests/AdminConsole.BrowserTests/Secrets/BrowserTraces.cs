using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>Where a page may leave what was typed into it: addresses, referrers, the browser's history and titles.</summary>
internal sealed class BrowserTraces
{
    private readonly ConcurrentQueue<(string Place, string Address)> _addresses = [];
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly IPage _page;

    private BrowserTraces(IPage page) => _page = page;

    /// <summary>Records from now on.</summary>
    public static BrowserTraces Of(IPage page)
    {
        var traces = new BrowserTraces(page);
        page.Context.Request += (_, request) => traces._requests.Enqueue(request);
        page.WebSocket += (_, socket) => traces._addresses.Enqueue(("request", socket.Url));

        // Also raised when a script alters the address, and for an entry of the history that is replaced at once.
        page.FrameNavigated += (_, frame) => traces._addresses.Enqueue(("address", frame.Url));
        return traces;
    }

    public async Task AddToAsync(Places places)
    {
        places.Add("address", Uri.UnescapeDataString(_page.Url));
        foreach (var (place, address) in _addresses)
        {
            places.Add(place, Uri.UnescapeDataString(address));
        }

        foreach (var request in _requests)
        {
            places.Add("request", Uri.UnescapeDataString(request.Url));
            places.Add("referrer", Uri.UnescapeDataString(await request.HeaderValueAsync("referer") ?? ""));
        }

        places.Add("title", await _page.TitleAsync());
        places.Add("history", await HistoryAsync());
    }

    /// <summary>Each entry's address and title as the browser keeps them, and the state of the current one.</summary>
    private async Task<string> HistoryAsync()
    {
        var browser = await _page.Context.NewCDPSessionAsync(_page);
        var kept = await browser.SendAsync("Page.getNavigationHistory");
        await browser.DetachAsync();
        var entries = kept!.Value.GetProperty("entries").EnumerateArray()
            .SelectMany(entry => new[] { entry.GetProperty("url").GetString()!, entry.GetProperty("title").GetString()! });
        return Uri.UnescapeDataString(string.Join('\n', entries)) + await _page.EvaluateAsync<string>("() => JSON.stringify(history.state)");
    }
}
