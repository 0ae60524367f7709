using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

/// <summary>Whatever is sent to whichever route: the answer is one of the API's own, and never an error of the console's.</summary>
public sealed class HostileRequestTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly IReadOnlyList<string> Queries =
    [
        "?", "?cursor=", "?cursor=AAAA", "?cursor=%00", "?cursor=%FF%FE", "?cursor=%ED%A0%80", "?limit=-1", "?limit=99999999999999999999",
        "?limit=1&limit=2", "?dryRun=maybe", "?=x", "?&&&", "?%", "?from=9999-12-31T23:59:59-14:00", "?from=0001-01-01T00:00:00%2B14:00",
        "?status=%00", "?q=%25_%5C", "?owner=own_", "?from=9999-12-31&until=0001-01-01",
    ];

    private static readonly IReadOnlyList<(string Name, string Value)> Headers =
    [
        ("If-Match", "*"), ("If-Match", "W/\"1\""), ("If-Match", "\""), ("If-Match", "1"), ("If-Match", "\"99999999999999999999\""),
        ("If-Match", "\"1\", \"2\""),
        ("Idempotency-Key", ""), ("Idempotency-Key", "a, b"),
        ("Content-Encoding", "gzip"), ("Accept", "text/html"), ("Accept", "image/png;q=x"), ("Accept-Language", "tlh;q=9"), ("Expect", "200-ok"),
        ("Range", "bytes=0-1"),
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "' OR 1=1"), ("Origin", "null"), ("Cookie", "AdminConsole=x"),
    ];

    private static readonly IReadOnlyList<string> Ids =
    [
        "key_", "0", "%00", "%FF", "%2e%2e", "..%2f..", "null", "key_00000000000000000000000000000000", "%F0%9F%94%91", "'%20OR%201=1",
        new('9', 3000),
    ];

    public static TheoryData<string> Routes => [.. EveryRoute.Requests.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Answers_every_query_and_header_in_its_own_words(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        var things = await ThingsAsync();
        foreach (var query in Queries)
        {
            using var request = EveryRoute.Requests[route](things);
            request.RequestUri = new($"{request.RequestUri!.OriginalString.Split('?')[0]}{query}", UriKind.Relative);
            await AssertOwnWordsAsync(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead), query);
        }

        foreach (var (name, value) in Headers)
        {
            using var request = EveryRoute.Requests[route](things);
            if (name == "If-Match")
            {
                request.Headers.IfMatch.Clear();
            }

            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
            await AssertOwnWordsAsync(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead), $"{name}: {value}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Answers_every_id_in_its_own_words(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        var things = await ThingsAsync();
        foreach (var id in Ids)
        {
            using var request = EveryRoute.Requests[route](things);
            request.RequestUri = new(
                request.RequestUri!.OriginalString.Replace(things.Key, id, StringComparison.Ordinal)
                    .Replace(things.Owner, id, StringComparison.Ordinal),
                UriKind.Relative);
            await AssertOwnWordsAsync(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead), id);
        }
    }

    private static async Task AssertOwnWordsAsync(HttpResponseMessage answer, string what)
    {
        // A feed goes on until it is let go of.
        using var _ = answer;
        Assert.True((int)answer.StatusCode < 500, $"{what}: {answer.StatusCode}");
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);

        // What is no request at all, the server refuses without a body before anything of ours sees it.
        if ((int)answer.StatusCode >= 400 && answer.Content.Headers.ContentLength is not 0)
        {
            await answer.AssertProblemAsync(answer.StatusCode);
        }
    }

    /// <summary>Things that there are: a request is not refused because of what it names.</summary>
    private async Task<Things> ThingsAsync()
    {
        var owner = await served.Console.AddOwnerAsync(served.Acme, $"{Guid.NewGuid():n}");
        var project = await served.Console.AddProjectAsync(served.Acme, $"{Guid.NewGuid():n}");
        var key = await served.CreateAsync(A.Settings());
        return new(key.Id.ToString(), owner.ToString(), "team", project.ToString(), key.Secret.Reveal());
    }
}
