using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace AdminConsole.Tests.Security;

public sealed class AuthorizationDefaultTests
{
    // Everything else asks for a signed-in operator. The description of the API is no secret. The API and the vendors' surfaces ask for a
    // management key instead, the health report for either.
    private static readonly string[] Open =
    [
        "/account/arrive", "/account/sign-in", "/account/sign-out", "/api/v1/", "/api/{", "/clerk/", "/nirvana/", "/algolia/", "/1/", "/stack/",
        "/health", "/openapi/v1.json", "/setup",
    ];

    [Fact]
    public async Task Nothing_but_this_list_is_open_to_strangers()
    {
        await using var app = await ConsoleApp.StartAsync();
        var routes = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsFile(endpoint))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        Assert.DoesNotContain(routes, route => !Open.Any(open => route.StartsWith(open, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/not-found")]
    [InlineData("/no-such-page")]
    public async Task A_stranger_is_asked_to_sign_in(string path)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = app.OpenBrowser();

        Assert.Contains("/account/sign-in", (await browser.GetAsync(path)).LeadsTo(), StringComparison.Ordinal);
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
