using System.Net;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Hosting;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://console.example.evil.example")]
    [InlineData("http://192.0.2.7")]
    public async Task A_host_that_is_none_of_the_consoles_is_refused_in_words(string origin)
    {
        await using var app = await StartAsync(("Console:PublicAddress", "https://console.example"));
        using var browser = app.OpenBrowser(origin);

        var problem = await (await browser.GetAsync("/api/v1/keys")).AssertProblemAsync(HttpStatusCode.BadRequest);
        browser.Headers.Accept.ParseAdd("text/html");
        var page = await browser.GetAsync("/keys");

        Assert.Equal("host.unknown", problem.Code());
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Console:PublicAddress", (await Browser.ReadAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("https://console.example")]
    [InlineData("http://internal.example.net:8080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://[::1]:5080")]
    public async Task The_consoles_own_names_are_served(string origin)
    {
        await using var app = await StartAsync(("Console:PublicAddress", "https://console.example"), ("AllowedHosts", "*.example.net"));
        using var browser = app.OpenBrowser(origin);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Without_settings_a_console_is_for_its_own_machine()
    {
        await using var app = await StartAsync();
        using var here = app.OpenBrowser("http://localhost:5080");
        using var elsewhere = app.OpenBrowser("http://console.example");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_redirect_never_names_the_host_that_a_stranger_gave()
    {
        await using var app = await StartAsync(("AllowedHosts", "*"));
        using var browser = app.OpenBrowser("http://evil.example");

        var asked = await browser.GetAsync("/keys");
        var entered = await browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password, "?returnUrl=%2Fkeys");
        var past = await browser.GetAsync("/account/sign-in");
        var left = await browser.SubmitAsync("/account/sign-out");

        Assert.Equal(
            ["/account/sign-in?returnUrl=%2Fkeys", "/keys", "/", "/account/sign-in?signedOut=true"],
            new[] { asked, entered, past, left }.Select(answer => answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("https://console.example", "max-age=31536000")]
    [InlineData("http://console.example", null)]
    [InlineData("https://localhost", null)]
    public async Task Browsers_are_told_to_stay_with_https(string origin, string? expected)
    {
        await using var app = await StartAsync(("AllowedHosts", "*"));
        using var browser = app.OpenBrowser(origin);

        var answer = await browser.GetAsync("/account/sign-in");

        Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : null);
    }

    private static Task<ConsoleApp> StartAsync(params (string, string?)[] settings) =>
        ConsoleApp.StartAsync(change: null, [("AllowedHosts", null), .. settings]);
}
