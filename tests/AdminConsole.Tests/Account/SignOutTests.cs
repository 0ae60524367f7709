using System.Net;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Account;

public sealed class SignOutTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Ends_every_copy_of_the_cookie()
    {
        using var browser = await _app.SignedInBrowserAsync();
        using var thief = _app.OpenBrowser();
        thief.Headers.Add("Cookie", browser.Session);
        var before = await thief.GetAsync("/account/change-password");

        var left = await browser.SubmitAsync("/account/sign-out");
        var after = await thief.GetAsync("/account/change-password");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("/account/sign-in?signedOut=true", left.LeadsTo());
        Assert.NotNull(after.LeadsTo());
        Assert.EndsWith("=", browser.Session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_audited_as_signing_in_is()
    {
        using var browser = await _app.SignedInBrowserAsync();
        await browser.SubmitAsync("/account/sign-out");

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        var actions = await db.AuditEntries.Where(entry => entry.ActorName == "ada").Select(entry => entry.Action).ToListAsync();
        Assert.Equal([AuditActions.OperatorSignedIn, AuditActions.OperatorSignedOut], actions);
    }

    [Fact]
    public async Task Only_asks_when_the_page_is_opened()
    {
        using var browser = await _app.SignedInBrowserAsync();

        var asked = await browser.GetAsync("/account/sign-out");
        var still = await browser.GetAsync("/account/change-password");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (asked.StatusCode, still.StatusCode));
    }

    [Fact]
    public async Task Refuses_a_form_without_its_antiforgery_token()
    {
        using var browser = await _app.SignedInBrowserAsync();

        var refused = await browser.PostAsync("/account/sign-out", new Dictionary<string, string>(StringComparer.Ordinal));
        var still = await browser.GetAsync("/account/change-password");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, still.StatusCode));
    }

    [Fact]
    public async Task Is_no_error_for_somebody_whose_session_is_over()
    {
        using var browser = await _app.SignedInBrowserAsync();
        var opened = await Browser.ReadAsync(await browser.GetAsync("/account/sign-out"));
        _app.Clock.Now += TimeSpan.FromDays(1);

        var left = await browser.SubmitAsync("/account/sign-out", opened);

        Assert.Equal("/account/sign-in?signedOut=true", left.LeadsTo());
    }
}
