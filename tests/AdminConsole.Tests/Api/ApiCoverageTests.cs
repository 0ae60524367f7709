using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Secrets;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace AdminConsole.Tests.Api;

/// <summary>What holds for every route. A route that is added without a line here fails the first test.</summary>
public sealed partial class ApiCoverageTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    /// <summary>Answered ahead of the routes, so that they are none.</summary>
    private static readonly IReadOnlyList<string> AheadOfRoutes = ["POST /api/v1/keys/verify", "POST /api/v1/keys/verify/batch"];

    /// <summary>One request for each route, about things that are another organization's, or nobody's.</summary>
    private static readonly IReadOnlyDictionary<string, Func<Things, HttpRequestMessage>> Requests = WithOtherMethods(new()
    {
        ["GET /api/v1/keys"] = things => Request("GET", $"/keys?owner={things.Owner}"),
        ["POST /api/v1/keys"] = things => Request("POST", "/keys", $$"""{"name":"a","scopes":["b"],"ownerId":"{{things.Owner}}"}"""),
        ["GET /api/v1/keys/{id}"] = things => Request("GET", $"/keys/{things.Key}"),
        ["PATCH /api/v1/keys/{id}"] = things => Request("PATCH", $"/keys/{things.Key}", """{"name":"a"}""", "application/merge-patch+json"),
        ["GET /api/v1/keys/{id}/versions"] = things => Request("GET", $"/keys/{things.Key}/versions"),
        ["GET /api/v1/keys/{id}/usage"] = things => Request("GET", $"/keys/{things.Key}/usage"),
        ["POST /api/v1/keys/{id}/disable"] = things => Request("POST", $"/keys/{things.Key}/disable"),
        ["POST /api/v1/keys/{id}/enable"] = things => Request("POST", $"/keys/{things.Key}/enable"),
        ["POST /api/v1/keys/{id}/revoke"] = things => Request("POST", $"/keys/{things.Key}/revoke", """{"reason":"leaked"}"""),
        ["DELETE /api/v1/keys/{id}"] = things => Request("DELETE", $"/keys/{things.Key}"),
        ["POST /api/v1/keys/{id}/rotate"] = things => Request("POST", $"/keys/{things.Key}/rotate", "{}"),
        ["POST /api/v1/keys/{id}/duplicate"] = things => Request("POST", $"/keys/{things.Key}/duplicate", "{}"),
        ["POST /api/v1/keys/lookup"] = things => Request("POST", "/keys/lookup", $$"""{"text":"{{things.Secret}}"}"""),
        ["GET /api/v1/audit"] = things => Request("GET", $"/audit?subject={things.Key}"),
        ["GET /api/v1/projects"] = _ => Request("GET", "/projects"),
        ["POST /api/v1/projects"] = _ => Request("POST", "/projects", """{"name":""}"""),
        ["GET /api/v1/projects/{id}"] = things => Request("GET", $"/projects/{things.Project}"),
        ["PATCH /api/v1/projects/{id}"] = things => Request("PATCH", $"/projects/{things.Project}", """{"name":"a"}""", "application/merge-patch+json"),
        ["DELETE /api/v1/projects/{id}"] = things => Request("DELETE", $"/projects/{things.Project}"),
        ["GET /api/v1/owners"] = things => Request("GET", $"/owners?externalId={things.ExternalId}"),
        ["POST /api/v1/owners"] = _ => Request("POST", "/owners", """{"name":""}"""),
        ["GET /api/v1/owners/{id}"] = things => Request("GET", $"/owners/{things.Owner}"),
        ["PATCH /api/v1/owners/{id}"] = things => Request("PATCH", $"/owners/{things.Owner}", """{"name":"a"}""", "application/merge-patch+json"),
        ["DELETE /api/v1/owners/{id}"] = things => Request("DELETE", $"/owners/{things.Owner}"),
        ["GET /api/v1/organization"] = _ => Request("GET", "/organization"),
        ["PATCH /api/v1/organization"] = _ => Request("PATCH", "/organization", """{"expiryWarningDays":-1}""", "application/merge-patch+json"),
        ["GET /api/v1/scopes"] = _ => Request("GET", "/scopes"),
        ["PUT /api/v1/scopes"] = _ => Request("PUT", "/scopes", """{"scopes":[{"scope":""}]}"""),
        ["POST /api/v1/keys/verify"] = things => Request("POST", "/keys/verify", $$"""{"secret":"{{things.Secret}}"}"""),
        ["POST /api/v1/keys/verify/batch"] = things => Request("POST", "/keys/verify/batch", $$"""{"verifications":[{"secret":"{{things.Secret}}"}]}"""),
    });

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

    public static TheoryData<string> Routes => [.. Requests.Keys];

    [Fact]
    public void Covers_every_route_of_the_API()
    {
        var routes = Endpoints().Where(IsOfApi).SelectMany(Names);

        Assert.Equal(Requests.Keys.Except(AheadOfRoutes).Concat(WithoutCredentials).Order(), routes.Order());
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
        using var request = Requests[route](Things.OfNobody);

        var problem = await (await client.SendAsync(request)).AssertProblemAsync(HttpStatusCode.Unauthorized);

        Assert.Equal("credentials.invalid", problem.Code());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Says_of_another_organizations_things_what_it_says_of_none(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);

        var foreign = await AnswerAsync(client, Requests[route](await ForeignThingsAsync()));
        var none = await AnswerAsync(client, Requests[route](Things.OfNobody));

        Assert.Equal(none, foreign);
    }

    /// <summary>With a request to each address by a method that it does not take.</summary>
    private static Dictionary<string, Func<Things, HttpRequestMessage>> WithOtherMethods(Dictionary<string, Func<Things, HttpRequestMessage>> requests)
    {
        foreach (var ofPath in requests.Where(entry => !AheadOfRoutes.Contains(entry.Key)).GroupBy(entry => entry.Key.Split(' ')[1], entry => entry.Value).ToList())
        {
            requests.Add($"other {ofPath.Key}", things => ByOtherMethod(ofPath.First()(things)));
        }

        return requests;
    }

    private static HttpRequestMessage ByOtherMethod(HttpRequestMessage request)
    {
        request.Method = new("LINK");
        return request;
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
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).DefaultIfEmpty("other").Select(method => $"{method} {Pattern(endpoint)}");

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AnswerAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            var answer = await client.SendAsync(request);
            var headers = answer.Headers.Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            return (answer.StatusCode, string.Join('\n', headers), RequestId.Replace(await answer.Content.ReadAsStringAsync(), ""));
        }
    }

    private static HttpRequestMessage Request(string method, string path, string? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new(method), $"/api/v1{path}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return request;
    }

    [GeneratedRegex("\"requestId\":\"[^\"]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestId { get; }

    /// <summary>What a request can name.</summary>
    private sealed record Things(string Key, string Owner, string ExternalId, string Project, string Secret)
    {
        public static Things OfNobody { get; } = new(
            Id<ApiKey>.New(A.Monday).ToString(),
            Id<Owner>.New(A.Monday).ToString(),
            "nobody",
            Id<Project>.New(A.Monday).ToString(),
            KeySecret.Generate(SecretEnvironment.Live).Reveal());
    }
}
