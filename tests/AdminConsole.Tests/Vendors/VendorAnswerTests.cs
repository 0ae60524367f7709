using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors;

/// <summary>What goes wrong ahead of a vendor's endpoint, or inside it, is answered in the vendor's form too.</summary>
public sealed class VendorAnswerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string ClerkKey = "/clerk/api_keys/ak_00000000000000000000000000000000";
    private const string NirvanaKeys = "/nirvana/v1/api_keys";
    private const string AlgoliaKeys = "/1/keys";
    private const string StackKeys = "/stack/api/v1/user-api-keys";

    [Theory]
    [InlineData("GET", "/clerk", HttpStatusCode.NotFound)]
    [InlineData("POST", "/clerk/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("PUT", ClerkKey, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/clerk/api_keys/verify", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nirvana/index.html", HttpStatusCode.NotFound)]
    [InlineData("DELETE", NirvanaKeys, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/algolia", HttpStatusCode.NotFound)]
    [InlineData("GET", "/1/indexes", HttpStatusCode.NotFound)]
    [InlineData("PATCH", AlgoliaKeys, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/stack/api/v1/projects/current", HttpStatusCode.NotFound)]
    [InlineData("GET", StackKeys + "/check", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", StackKeys + "/1", HttpStatusCode.MethodNotAllowed)]
    public async Task Says_that_nothing_is_there_in_JSON_also_to_a_browser(string method, string path, HttpStatusCode status)
    {
        using var http = (await served.ClientAsync(ManagementScopes.All)).ShownToAllVendors(served.Acme);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var client = new VendorClient(http, "");

        Assert.Equal(status, (await client.SendAsync(method, path)).Status);
    }

    [Fact]
    public async Task Refuses_a_page_of_another_site_in_the_vendors_form()
    {
        using var http = await served.ClientAsync(ManagementScopes.All);
        http.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var client = new VendorClient(http, "");

        var clerk = await client.PostAsync("/clerk/api_keys", "{}");
        var nirvana = await client.PostAsync(NirvanaKeys, "{}");
        var algolia = await client.PostAsync(AlgoliaKeys, "{}");
        var stack = await client.PostAsync(StackKeys, "{}");

        Assert.Equal((HttpStatusCode.Forbidden, "request_cross_origin"), (clerk.Status, clerk["errors"][0].Code()));
        Assert.Equal((HttpStatusCode.Forbidden, 403), (algolia.Status, algolia["status"].GetInt32()));
        Assert.NotEqual("Method not allowed with this API key", algolia.Text("message"));
        Assert.Equal((HttpStatusCode.Forbidden, "REQUEST_CROSS_ORIGIN"), (stack.Status, stack.Text("code")));
        Assert.Equal((HttpStatusCode.Forbidden, "request.cross_origin"), (nirvana.Status, nirvana.Text("code")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nothing")]
    [InlineData("Bearer")]
    [InlineData("Basic YTpi")]
    public async Task Refuses_wrong_credentials_in_the_vendors_form(string? authorization)
    {
        using var http = served.Client();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var client = new VendorClient(http, "");

        var clerk = await client.GetAsync(ClerkKey);
        var nirvana = await client.GetAsync(NirvanaKeys);

        Assert.Equal((HttpStatusCode.Unauthorized, "clerk_key_invalid"), (clerk.Status, clerk["errors"][0].Code()));
        Assert.Equal((HttpStatusCode.Unauthorized, "credentials.invalid"), (nirvana.Status, nirvana.Text("code")));
    }

    [Fact]
    public async Task Takes_no_other_key_for_a_server_key()
    {
        using var client = new VendorClient(served.Client((await served.CreateAsync(A.Settings())).Secret.Reveal()), "");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(ClerkKey)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(NirvanaKeys)).Status);
    }

    [Theory]
    [InlineData("/clerk/api_keys?subject=user_1")]
    [InlineData(ClerkKey)]
    [InlineData(NirvanaKeys)]
    public async Task Answers_HEAD_as_GET_and_counts_both_in_the_callers_budget(string path)
    {
        using var client = await served.ClientAsync(ManagementScopes.All);
        using var head = new HttpRequestMessage(HttpMethod.Head, path);

        var (first, second) = (await client.GetAsync(path), await client.SendAsync(head));

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal("", await second.Content.ReadAsStringAsync());
        Assert.StartsWith("\"key\";r=599;", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.StartsWith("\"key\";r=598;", second.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_before_it_is_set_up_that_it_is_not()
    {
        await using var empty = await ConsoleApp.StartEmptyAsync();
        using var client = new VendorClient(empty.CreateClient(), "");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "setup_open"), await CodeAsync(client.GetAsync(ClerkKey)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(NirvanaKeys)).Status);
        Assert.Equal(503, (await client.GetAsync(AlgoliaKeys))["status"].GetInt32());
        Assert.Equal("SETUP_OPEN", (await client.GetAsync(StackKeys)).Text("code"));

        static async Task<(HttpStatusCode, string)> CodeAsync(Task<VendorAnswer> answer) =>
            ((await answer).Status, (await answer)["errors"][0].Code());
    }

    [Fact]
    public async Task Answers_an_error_of_its_own_without_internals()
    {
        using var client = new VendorClient((await served.ClientAsync(ManagementScopes.All)).ShownToAllVendors(served.Acme), "");
        await served.Console.LoseKeysAsync();
        try
        {
            var clerk = await client.GetAsync(ClerkKey);
            var nirvana = await client.GetAsync(NirvanaKeys);
            var algolia = await client.GetAsync(AlgoliaKeys);
            var stack = await client.GetAsync($"{StackKeys}?user_id=user_1");

            Assert.Equal((HttpStatusCode.InternalServerError, 500), (algolia.Status, algolia["status"].GetInt32()));
            Assert.Equal((HttpStatusCode.InternalServerError, "SERVER_ERROR"), (stack.Status, stack.Text("code")));
            Assert.Empty(stack.KnownErrors);
            Assert.Equal((HttpStatusCode.InternalServerError, "server_error"), (clerk.Status, clerk["errors"][0].Code()));
            Assert.Equal((HttpStatusCode.InternalServerError, "server.error"), (nirvana.Status, nirvana.Text("code")));
            Assert.DoesNotContain("ApiKeys", clerk.Body.GetRawText() + nirvana.Body.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            await served.Console.RestoreKeysAsync();
        }
    }
}
