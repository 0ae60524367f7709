using System.Net;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Features.ApiReference;

public sealed class ViewerFilesTests
{
    [Theory]
    [InlineData("/swagger-ui/swagger-ui.css", "text/css", ".swagger-ui")]
    [InlineData("/swagger-ui/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle")]
    public async Task Only_who_is_signed_in_gets_the_files_of_the_viewer(string path, string type, string content)
    {
        await using var app = await ConsoleApp.StartAsync();
        using var stranger = app.OpenBrowser();
        using var operatorsOwn = await app.SignedInBrowserAsync();

        var refused = await stranger.GetAsync(path);
        var served = await operatorsOwn.GetAsync(path);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, type), (served.StatusCode, served.Content.Headers.ContentType?.MediaType));
        Assert.Contains(content, await served.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
