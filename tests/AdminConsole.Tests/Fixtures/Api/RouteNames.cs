using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures.Api;

/// <summary>The routes that the console has, by the names that tests give them: <c>GET /api/v1/keys</c>, or <c>other …</c> for any method.</summary>
internal static class RouteNames
{
    public static IEnumerable<RouteEndpoint> Routes(this ConsoleApp app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static IEnumerable<string> Names(this RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .DefaultIfEmpty("other")
            .Where(method => !HttpMethods.IsHead(method) || endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Count == 1)
            .Select(method => $"{method} {endpoint.Pattern()}");

    public static string Pattern(this RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
