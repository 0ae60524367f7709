using System.Net;
using System.Text.RegularExpressions;

namespace AdminConsole.Tests.Fixtures.Api;

/// <summary>All that a caller is told, without what differs each time: to compare two answers.</summary>
internal sealed partial record WholeAnswer(HttpStatusCode Status, string Headers, string Body)
{
    public static async Task<WholeAnswer> ToAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var headers = answer.Headers.Where(header => header.Key is not ("Date" or "RateLimit" or "Transfer-Encoding"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            return new(answer.StatusCode, string.Join('\n', headers), Passing.Replace(await ReadAsync(answer), ""));
        }
    }

    /// <summary>The whole body; of a feed, which has no end, the first event.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not "text/event-stream" || answer.RequestMessage!.Method == HttpMethod.Head)
        {
            return await answer.Content.ReadAsStringAsync();
        }

        using var feed = await KeyFeed.OfAsync(answer);
        return (await feed.NextAsync(heartbeats: true))!.ToString();
    }

    /// <summary>What is another with each request, or with each change.</summary>
    [GeneratedRegex("\"(requestId|request_id|clerk_trace_id)\":\"[^\"]+\"|Id = [0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passing { get; }
}
