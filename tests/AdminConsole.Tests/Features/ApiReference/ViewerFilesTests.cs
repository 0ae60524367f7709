using System.Net;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.ApiReference;

namespace AdminConsole.Tests.Features.ApiReference;

public sealed class ViewerFilesTests
{
    public static TheoryData<string, string, string> Files =>
        new()
        {
            { SheetPath, "text/css", ".swagger-ui" },
            { ScriptPath, "text/javascript", "SwaggerUIBundle" },
        };

    private static string ScriptPath { get; } = "/" + new ViewerFiles().ScriptPath;

    private static string SheetPath { get; } = "/" + new ViewerFiles().SheetPath;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Only_who_is_signed_in_gets_the_files_of_the_viewer(string path, string type, string content)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var stranger = app.OpenBrowser();
        using var operatorsOwn = await app.SignedInBrowserAsync();

        var refused = await stranger.GetAsync(path);
        var served = await operatorsOwn.GetAsync(path);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Equal((HttpStatusCode.OK, type), (served.StatusCode, served.Content.Headers.ContentType?.MediaType));
        Assert.Contains(content, await served.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Browsers_keep_the_files_for_good(string path, string type, string content)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = await app.SignedInBrowserAsync();
        browser.Headers.AcceptEncoding.ParseAdd("gzip");

        var served = await browser.GetAsync(path);

        Assert.Equal("public, max-age=31536000, immutable", Assert.Single(served.Headers.GetValues("Cache-Control")));
        Assert.Equal(type, served.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(served.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(content, await served.ReadExpandedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_version_answers_404_and_is_not_kept()
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = await app.SignedInBrowserAsync();

        var answer = await browser.GetAsync("/swagger-ui/0123456789abcdef/swagger-ui-bundle.js");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("gzip", 560_000)]
    [InlineData("gzip, br", 480_000)]
    public async Task All_that_the_page_loads_for_itself_is_small(string accepted, int most)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = await app.SignedInBrowserAsync();
        browser.Headers.AcceptEncoding.ParseAdd(accepted);

        var sent = 0;
        foreach (var path in (string[])[ScriptPath, SheetPath, "/openapi/v1.json", "/api-reference"])
        {
            sent += (await (await browser.GetAsync(path)).Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(sent, 1, most);
    }

    [Fact]
    public async Task A_stranger_who_opens_the_page_is_asked_to_sign_in()
    {
        await using var app = await ConsoleApp.StartAsync();
        using var stranger = app.OpenBrowser();
        using var operatorsOwn = await app.SignedInBrowserAsync();

        Assert.Contains("/account/sign-in", (await stranger.GetAsync("/api-reference")).LeadsTo(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await operatorsOwn.GetAsync("/api-reference")).StatusCode);
    }

    [Theory]
    [InlineData("/swagger-ui")]
    [InlineData("/swagger-ui/index.html")]
    [InlineData("/swagger-ui/swagger-initializer.js")]
    public async Task The_viewers_own_page_is_not_served(string path)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var browser = await app.SignedInBrowserAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
    }
}
