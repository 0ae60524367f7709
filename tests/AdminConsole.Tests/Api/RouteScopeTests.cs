using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Routing;

namespace AdminConsole.Tests.Api;

public sealed class RouteScopeTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public void Every_route_that_answers_names_the_scope_that_it_needs()
    {
        var routes = served.App.Routes()
            .Where(
                route => route.Pattern().StartsWith("/api/v1/", StringComparison.Ordinal)
                    && route.Metadata.GetMetadata<IHttpMethodMetadata>() is not null);

        Assert.All(routes, route => Assert.Contains(route.Metadata.GetRequiredMetadata<ManagementScopeRequirement>().Scope, ManagementScopes.All));
    }

    [Fact]
    public async Task A_request_that_can_be_read_is_refused_for_want_of_the_scope_and_counted()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var refused = await client.SendAsync("POST", "/keys", """{"name":"a","scopes":["b"]}""");

        Assert.Equal(KeyFailures.MayNotWrite.Code, (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
        Assert.StartsWith("\"key\";r=599;", Assert.Single(refused.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"nmae":"a"}""", "body.malformed")]
    [InlineData("""{"kind":"x"}""", "kind.unknown")]
    public async Task A_request_that_cannot_be_read_is_refused_as_such_whoever_sent_it(string body, string code)
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var refused = await client.SendAsync("POST", "/keys", body);

        Assert.Equal(code, (await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).Code());
    }
}
