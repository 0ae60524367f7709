using System.Net;
using System.Net.ServerSentEvents;

namespace AdminConsole.Tests.Fixtures.Api;

/// <summary>One who listens to <c>/api/v1/keys/changes</c>.</summary>
public sealed class KeyFeed : IDisposable
{
    public const string Path = "/api/v1/keys/changes";

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private KeyFeed(HttpResponseMessage response, Stream stream) =>
        (_response, _events) = (response, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());

    public static async Task<KeyFeed> OfAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>Listens from now on, or from after the event with this id; what was missed is still to be read.</summary>
    public static async Task<KeyFeed> OpenAsync(HttpClient client, string? lastEventId = null)
    {
        var feed = await OfAsync(await AskAsync(client, lastEventId));
        if (lastEventId is null)
        {
            Assert.Equal("heartbeat", (await feed.NextAsync(heartbeats: true))?.Type);
        }

        return feed;
    }

    public static Task<HttpResponseMessage> AskAsync(HttpClient client, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event; null when the feed has ended.</summary>
    public async Task<FeedEvent?> NextAsync(bool heartbeats = false)
    {
        while (await _events.MoveNextAsync().AsTask().WaitAsync(Eventually.Patience))
        {
            var (type, id) = (_events.Current.EventType, _events.Current.EventId);
            if (heartbeats || type is not "heartbeat")
            {
                return new(type, _events.Current.Data, id);
            }
        }

        return null;
    }

    public void Dispose() => _response.Dispose();
}

/// <summary>An event as it was sent.</summary>
public sealed record FeedEvent(string Type, string Data, string? Id);
