using System.Net;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Problems;

public sealed class ProblemPageTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/change-password")]
    public async Task A_form_from_another_site_is_refused_by_a_page(string path)
    {
        using var browser = Person();
        browser.Headers.Add("Origin", "https://evil.example");

        await AssertPageAsync(await browser.PostAsync(path, Form()), HttpStatusCode.Forbidden, "another site");
    }

    [Fact]
    public async Task A_form_before_the_set_up_is_refused_by_a_page()
    {
        await using var app = await ConsoleApp.StartEmptyAsync();
        using var browser = app.OpenBrowser();
        browser.Headers.Accept.ParseAdd("text/html");
        browser.Headers.Add("Origin", "https://evil.example");

        await AssertPageAsync(await browser.PostAsync("/setup", Form()), HttpStatusCode.Forbidden, "another site");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    public async Task A_form_without_its_antiforgery_token_is_refused_by_a_page(string path)
    {
        using var browser = path.EndsWith("out", StringComparison.Ordinal) ? await _app.SignedInBrowserAsync() : _app.OpenBrowser();
        browser.Headers.Accept.ParseAdd("text/html");

        await AssertPageAsync(await browser.PostAsync(path, Form()), HttpStatusCode.BadRequest, "Open the page again");
    }

    [Fact]
    public async Task A_program_is_refused_by_a_problem()
    {
        using var browser = _app.OpenBrowser();

        var expired = await (await browser.PostAsync("/account/sign-in", Form())).AssertProblemAsync(HttpStatusCode.BadRequest);
        browser.Headers.Add("Origin", "https://evil.example");
        var foreign = await (await browser.PostAsync("/account/sign-in", Form())).AssertProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal(("form.expired", "request.cross_origin"), (expired.Code(), foreign.Code()));
    }

    private static Dictionary<string, string> Form() => new(StringComparer.Ordinal) { ["_handler"] = "sign-in" };

    private static async Task AssertPageAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = await Browser.ReadAsync(answer);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("h1"));
    }

    private Browser Person()
    {
        var browser = _app.OpenBrowser();
        browser.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return browser;
    }
}
