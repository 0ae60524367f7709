using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace AdminConsole.Tests.Api;

/// <summary>
/// What holds for every route but the vendors', which have a test of their own. A route that is added without a line here fails the first test.
/// </summary>
public sealed class ApiCoverageTests(ServedConsole served) : IClassFixture<ServedConsole>
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
        "GET /openapi/v1.json",
        "other /health/live",
        "other /health/ready",
    ];

    public static TheoryData<string> Routes => [.. EveryRoute.Requests.Keys];

    public static TheoryData<string> Reads => [.. EveryRoute.Requests.Keys.Where(route => route.StartsWith("GET ", StringComparison.Ordinal))];

    [Fact]
    public void Covers_every_route_of_the_API()
    {
        var routes = served.App.Routes().Where(IsOfApi).SelectMany(endpoint => endpoint.Names());

        Assert.Equal(EveryRoute.Requests.Keys.Concat(WithoutCredentials).Order(), routes.Order());
    }

    [Fact]
    public void Only_routes_that_ask_for_no_credentials_are_anonymous_to_the_framework()
    {
        var open = served.App.Routes().Where(IsOfApi).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

        Assert.Equal(WithoutCredentials.Order(), open.SelectMany(endpoint => endpoint.Names()).Order());
    }

    [Fact]
    public void Knows_every_other_route_that_is_open_to_strangers()
    {
        var open = served.App.Routes()
            .Where(endpoint => !IsOfApi(endpoint) && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ProblemFormat>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

        Assert.Equal(OpenToStrangers.Order(), open.SelectMany(endpoint => endpoint.Names()).Distinct().Order());
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

        var get = await WholeAnswer.ToAsync(client, EveryRoute.Requests[route](Things.OfNobody));
        var head = await WholeAnswer.ToAsync(client, request);

        Assert.Equal(get with { Body = "" }, head);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Says_of_another_organizations_things_what_it_says_of_none(string route)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);

        var foreign = await WholeAnswer.ToAsync(client, EveryRoute.Requests[route](await ForeignThingsAsync()));
        var none = await WholeAnswer.ToAsync(client, EveryRoute.Requests[route](Things.OfNobody));

        Assert.Equal(none, foreign);
    }

    private async Task<Things> ForeignThingsAsync()
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var owner = await served.Console.AddOwnerAsync(globex);
        var key = await served.CreateAsync(A.Settings() with { OwnerId = owner }, organization: globex);
        var project = await served.Console.AddProjectAsync(globex);
        return new(key.Id.ToString(), owner.ToString(), "team_Deploy_team", project.ToString(), key.Secret.Reveal());
    }

    private static bool IsOfApi(RouteEndpoint endpoint) => endpoint.Pattern().StartsWith("/api/", StringComparison.OrdinalIgnoreCase);
}
