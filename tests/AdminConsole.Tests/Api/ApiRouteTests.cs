using System.Net;
using AdminConsole.Actors;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class ApiRouteTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/keys/verify/more")]
    [InlineData("/api/v2/keys/verify")]
    [InlineData("/api/index.html")]
    [InlineData("/API/nothing")]
    public async Task Says_that_nothing_is_there_also_to_a_browser(string path)
    {
        using var client = await CallerAsync();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        Assert.Equal("route.not_found", (await (await client.GetAsync(path)).AssertProblemAsync(HttpStatusCode.NotFound)).Code());
        Assert.Equal("route.not_found", (await (await client.PostAsync(path, null)).AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Says_which_method_an_address_takes(string method)
    {
        using var client = await CallerAsync();
        using var request = new HttpRequestMessage(new(method), ServedConsole.VerifyPath);
        request.Headers.Accept.ParseAdd("text/html");

        var refused = await client.SendAsync(request);

        Assert.Equal("route.method", (await refused.AssertProblemAsync(HttpStatusCode.MethodNotAllowed)).Code());
        Assert.Equal(["POST"], refused.Content.Headers.Allow);
    }

    private async Task<HttpClient> CallerAsync() => served.Client((await served.IssueManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
}
