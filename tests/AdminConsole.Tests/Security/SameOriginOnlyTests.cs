using System.Net;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Security;

public sealed class SameOriginOnlyTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("https://evil.example", "cross-site")]
    [InlineData("http://localhost:81", null)]
    [InlineData("https://localhost", null)]
    [InlineData("http://localhost.evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData("http://localhost", "cross-site")]
    [InlineData("https://evil.example", "same-origin")]
    public async Task Refuses_what_a_page_of_another_origin_sends(string? origin, string? site)
    {
        using var client = ClientWith(origin, site);
        using var nothing = new FormUrlEncodedContent([]);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/account/sign-in", nothing)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.DeleteAsync("/api/v1/keys/verify")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/_blazor?id=1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/_BLAZOR")).StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("http://localhost", null)]
    [InlineData("http://localhost", "same-origin")]
    [InlineData(null, "same-origin")]
    [InlineData("http://localhost", "none")]
    public async Task Lets_our_own_pages_and_programs_through(string? origin, string? site)
    {
        using var client = ClientWith(origin, site);
        using var nothing = new FormUrlEncodedContent([]);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/account/sign-in", nothing)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/_blazor?id=1")).StatusCode);
    }

    [Fact]
    public async Task Lets_a_link_on_another_site_lead_here()
    {
        using var client = ClientWith(null, "cross-site");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Sends_somebody_from_another_site_on_once_more_so_that_the_browser_adds_the_cookie()
    {
        using var client = ClientWith(null, "cross-site");
        var page = await Browser.ReadAsync(await client.GetAsync("/keys?q=%22%3E"));
        var refresh = page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!;

        Assert.Equal("0;url=/account/arrive?returnUrl=%2Fkeys%3Fq%3D%2522%253E", refresh);
        Assert.Equal("/keys?q=%22%3E", (await client.GetAsync(refresh[6..])).LeadsTo());
    }

    private HttpClient ClientWith(string? origin, string? site)
    {
        var client = _app.CreateClient(new() { AllowAutoRedirect = false });
        if (origin is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
        }

        if (site is not null)
        {
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        return client;
    }
}
