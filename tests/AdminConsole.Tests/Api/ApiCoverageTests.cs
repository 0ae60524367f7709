using System.Net;
using System.Text.RegularExpressions;
using AdminConsole.Actors;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace AdminConsole.Tests.Api;

/// <summary>What holds for every route. A route that is added without a line here fails the first test.</summary>
public sealed partial class ApiCoverageTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    /// <summary>The API's routes that ask for no credentials: they only say that nothing is there.</summary>
    private static readonly IReadOnlyList<string> WithoutCredentials =
        ["other /api/v1/keys/verify", "other /api/v1/keys/verify/batch", "other /api/{**path}"];

    /// <summary>The routes outside the API that are open to people who are not signed in.</summary>
    private static readonly IReadOnlyList<string> OpenToStrangers =
    [
        "GET /account/arrive",
        "GET /account/sign-in",
        "POST /account/sign-in",
        "GET /account/sign-out",
        "POST /account/sign-out",

        // Looks at its callers itself: it takes an operator as well as a management key.
        "GET /health",
        "GET /setup",
        "POST /setup",
        "other /health/live",
        "other /health/ready",
    ];

    public static TheoryData<string> Routes => [.. EveryRoute.Requests.Keys];

    public static TheoryData<string> Reads => [.. EveryRoute.Requests.Keys.Where(route => route.StartsWith("GET ", StringComparison.Ordinal))];

    [Fact]
    public void Covers_every_route_of_the_API()
    {
        var routes = Endpoints().Where(IsOfApi).SelectMany(Names);

        Assert.Equal(EveryRoute.Requests.Keys.Except(EveryRoute.AheadOfRoutes).Concat(WithoutCredentials).Order(), routes.Order());
    }

    [Fact]
    public void Knows_every_other_route_that_is_open_to_strangers()
    {
        var open = Endpoints()
            .Where(endpoint => !IsOfApi(endpoint) && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

        Assert.Equal(OpenToStrangers.Order(), open.SelectMany(Names).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Lets_nobody_in_without_credentials(string route)
    {
        using var client = served.Client();
        using var request = EveryRoute.Requests[route](Things.OfNobody);

        var problem = await (await client.SendAsync(request)).AssertProblemAsync(HttpStatusCode.Unauthorized);

        Assert.Equal("credentials.invalid", problem.Code());
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Answers_HEAD_as_GET_without_the_body(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        using var request = EveryRoute.Requests[route](Things.OfNobody);
        request.Method = HttpMethod.Head;

        var get = await AnswerAsync(client, EveryRoute.Requests[route](Things.OfNobody));
        var head = await AnswerAsync(client, request);

        Assert.Equal((get.Status, get.Headers, ""), head);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Says_of_another_organizations_things_what_it_says_of_none(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);

        var foreign = await AnswerAsync(client, EveryRoute.Requests[route](await ForeignThingsAsync()));
        var none = await AnswerAsync(client, EveryRoute.Requests[route](Things.OfNobody));

        Assert.Equal(none, foreign);
    }

    private async Task<Things> ForeignThingsAsync()
    {
        var globex = await served.Console.AddOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var owner = await served.Console.AddOwnerAsync(globex);
        var key = await served.IssueAsync(A.Settings() with { OwnerId = owner }, organization: globex);
        var project = await served.Console.AddProjectAsync(globex);
        return new(key.Id.ToString(), owner.ToString(), "team_Deploy_team", project.ToString(), key.Secret.Reveal());
    }

    private IEnumerable<RouteEndpoint> Endpoints() => served.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsOfApi(RouteEndpoint endpoint) => Pattern(endpoint).StartsWith("/api", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .DefaultIfEmpty("other")
            .Where(method => !HttpMethods.IsHead(method) || !IsOfApi(endpoint))
            .Select(method => $"{method} {Pattern(endpoint)}");

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var headers = answer.Headers.Where(header => header.Key is not ("Date" or "RateLimit")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            return (answer.StatusCode, string.Join('\n', headers), Passing.Replace(await ReadAsync(answer), ""));
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
    [GeneratedRegex("\"requestId\":\"[^\"]+\"|Id = [0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passing { get; }
}
