using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Hosting;

/// <summary>A console that a proxy shows under a path: whether the proxy cuts the path off or not, all that leads on has it.</summary>
public sealed class PathPrefixTests
{
    private static readonly (string, string?) Known = ("Console:PublicAddress", "https://example.com/console/");

    [Theory]
    [InlineData("/console")]
    [InlineData("")]
    public async Task Redirects_pages_and_cookies_keep_the_prefix(string sent)
    {
        await using var app = await ConsoleApp.StartAsync(change: null, Known);
        using var browser = app.OpenBrowser("https://example.com");

        var asked = await browser.GetAsync($"{sent}/keys?q=a");
        var page = await Browser.ReadAsync(await browser.GetAsync("/console/account/sign-in"));
        var entered = await browser.SubmitAsync(
            "/console/account/sign-in?returnUrl=%2Fconsole%2Fkeys%3Fq%3Da", ("Form.Email", ConsoleApp.Email), ("Form.Password", ConsoleApp.Password));
        var asset = await browser.GetAsync($"{sent}/css/console.css");
        var left = await browser.SubmitAsync("/console/account/sign-out");

        Assert.Equal("/console/account/sign-in?returnUrl=%2Fconsole%2Fkeys%3Fq%3Da", asked.LeadsTo());
        Assert.Equal("/console/", page.QuerySelector("base")!.GetAttribute("href"));
        Assert.Equal("/console/keys?q=a", entered.LeadsTo());
        var cookie = Assert.Single(entered.SetCookies());
        Assert.StartsWith("__Secure-console-", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/console;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        Assert.Equal("/console/account/sign-in?signedOut=true", left.LeadsTo());
    }

    [Fact]
    public async Task No_link_of_a_static_page_leaves_the_prefix()
    {
        await using var app = await ConsoleApp.StartAsync(change: null, Known);
        using var browser = app.OpenBrowser("https://example.com");
        await browser.SubmitAsync("/console/account/sign-in", ("Form.Email", ConsoleApp.Email), ("Form.Password", ConsoleApp.Password));

        foreach (var path in new[] { "/console/", "/console/account/change-password", "/console/account/sign-out", "/console/not-found" })
        {
            var page = await Browser.ReadAsync(await browser.GetAsync(path));
            var links = page.QuerySelectorAll("[href]:not(base), [src], [action]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action"));
            Assert.DoesNotContain(links, link => link!.StartsWith('/') && !link.StartsWith("/console/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_console_that_is_not_set_up_leads_to_its_set_up()
    {
        await using var app = await ConsoleApp.StartEmptyAsync(change: null, Known);
        using var browser = app.OpenBrowser("https://example.com");

        Assert.Equal("/console/setup", (await browser.GetAsync("/console/")).LeadsTo());
    }

    [Fact]
    public async Task The_link_to_the_next_page_of_a_list_keeps_the_prefix()
    {
        await using var served = await ServeAsync(("Console:PublicAddress", "http://localhost/console"));
        await served.CreateAsync(A.Settings("one"));
        await served.CreateAsync(A.Settings("two"));
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys);

        var page = await client.GetAsync("/console/api/v1/keys?limit=1");

        Assert.StartsWith("</console/api/v1/keys?", page.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/keys?limit=1")).StatusCode);
    }

    [Theory]
    [InlineData("/console", "/console")]
    [InlineData("/team/console/", "/team/console")]
    [InlineData("//evil.example", "")]
    [InlineData("/\\evil.example", "")]
    [InlineData("https://evil.example", "")]
    [InlineData("/a/../b", "")]
    public async Task A_trusted_proxy_gives_the_prefix_in_a_header_if_it_is_a_path(string header, string prefix)
    {
        await using var served = await ServeAsync(("Console:TrustedProxies", "127.0.0.1"));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = served.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Prefix", header);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "192.0.2.7");

        var asked = await client.GetAsync("/keys");

        Assert.Equal($"{prefix}/account/sign-in?returnUrl={Uri.EscapeDataString(prefix)}%2Fkeys", asked.Headers.Location?.OriginalString);
    }

    private static async Task<ServedConsole> ServeAsync(params (string, string?)[] settings)
    {
        var served = new ServedConsole { Settings = settings };
        await served.InitializeAsync();
        return served;
    }
}
