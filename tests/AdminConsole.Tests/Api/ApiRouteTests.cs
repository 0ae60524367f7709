using System.IO.Compression;
using System.Net;
using AdminConsole.Core.Access;
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
    [InlineData("//api/v1/keys")]
    [InlineData("///api/v1/keys")]
    [InlineData("//api/v1/keys/verify")]
    [InlineData("//clerk/v1/api_keys")]
    [InlineData("/v1/keys")]
    public async Task Says_that_nothing_is_there_instead_of_asking_a_program_to_sign_in(string path)
    {
        using var client = await CallerAsync();

        // As a path: as an address "//api" would be another host.
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal("route.not_found", (await (await client.SendAsync(asked)).AssertProblemAsync(HttpStatusCode.NotFound)).Code());
    }

    [Theory]
    [InlineData("POST", "/api/v1/keys", "application/json")]
    [InlineData("POST", "/api/v1/keys/verify", "application/json")]
    [InlineData("POST", "/api/v1/keys/verify/batch", "application/json")]
    [InlineData("PATCH", "/api/v1/organization", "application/merge-patch+json")]
    public async Task Says_that_a_body_must_not_be_compressed(string method, string path, string type)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            await zip.WriteAsync("{}"u8.ToArray());
        }

        using var request = new HttpRequestMessage(new(method), path) { Content = new ByteArrayContent(zipped.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Content.Headers.Add("Content-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        Assert.Equal("body.encoding", (await (await client.SendAsync(request)).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType)).Code());
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

    [Theory]
    [InlineData("/api/v1/keys", "GET, HEAD, POST")]
    [InlineData("/api/v1/keys/nonsense", "GET, HEAD, PATCH, DELETE")]
    [InlineData("/api/v1/keys/nonsense/versions", "GET, HEAD")]
    [InlineData("/api/v1/keys/nonsense/usage", "GET, HEAD")]
    [InlineData("/api/v1/keys/nonsense/revoke", "POST")]
    [InlineData("/api/v1/keys/nonsense/rotate", "POST")]
    [InlineData("/api/v1/keys/nonsense/duplicate", "POST")]
    [InlineData("/api/v1/keys/lookup", "POST")]
    [InlineData("/api/v1/keys/changes", "GET, HEAD")]
    public async Task Names_the_methods_that_an_address_takes(string path, string allowed)
    {
        using var client = await CallerAsync();

        var refused = await client.PutAsync(path, null);

        Assert.Equal("route.method", (await refused.AssertProblemAsync(HttpStatusCode.MethodNotAllowed)).Code());
        Assert.Equal(allowed, string.Join(", ", refused.Content.Headers.Allow));
    }

    [Fact]
    public async Task Answers_a_page_of_another_site_with_a_problem()
    {
        using var client = await CallerAsync();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        var refused = await client.PostAsync("/api/v1/keys", null);

        Assert.Equal("request.cross_origin", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    private async Task<HttpClient> CallerAsync() =>
        served.Client((await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
}
