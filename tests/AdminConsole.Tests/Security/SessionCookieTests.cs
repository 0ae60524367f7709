using System.Net;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Security;

public sealed class SessionCookieTests : IAsyncLifetime
{
    private const string Page = "/account/change-password";

    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("http://localhost", "console-", false)]
    [InlineData("http://192.168.0.7:5080", "console-", false)]
    [InlineData("https://console.example", "__Host-console-", true)]
    public async Task Is_closed_to_scripts_and_other_sites_and_secure_where_it_can_be(string origin, string name, bool secure)
    {
        using var browser = _app.OpenBrowser(origin);
        var entered = await browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);

        var cookie = Assert.Single(entered.SetCookies());
        var attributes = cookie.Split("; ").Skip(1).Select(attribute => attribute.ToLowerInvariant()).Order(StringComparer.Ordinal);
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Equal(secure ? ["httponly", "path=/", "samesite=strict", "secure"] : ["httponly", "path=/", "samesite=strict"], attributes);
    }

    [Fact]
    public async Task Over_https_a_cookie_that_a_neighbouring_host_could_have_planted_is_not_read()
    {
        using var victim = await _app.SignedInBrowserAsync(origin: "https://localhost");
        using var planted = _app.OpenBrowser("https://localhost");
        planted.Headers.Add("Cookie", victim.Session!.Replace("__Host-", "", StringComparison.Ordinal));

        Assert.NotNull((await planted.GetAsync(Page)).LeadsTo());
    }

    [Fact]
    public async Task Each_sign_in_starts_a_session_of_its_own()
    {
        using var first = await _app.SignedInBrowserAsync();
        using var second = _app.OpenBrowser();

        // A session id that was there before signing in: of a session that is over, as an attacker could have planted it.
        second.Headers.Add("Cookie", first.Session);
        await first.SubmitAsync("/account/sign-out");
        await second.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);

        Assert.NotNull(second.Session);
        Assert.NotNull((await first.GetAsync(Page)).LeadsTo());
    }

    [Fact]
    public async Task Signing_in_over_a_live_session_leaves_that_session_whose_it_was()
    {
        await _app.AddOperatorAsync("mallory@example.com", "purple mountains at noon");
        using var attacker = await _app.SignedInBrowserAsync("mallory@example.com", "purple mountains at noon");
        using var victim = _app.OpenBrowser();
        var form = await Browser.ReadAsync(await victim.GetAsync("/account/sign-in"));
        victim.Headers.Add("Cookie", attacker.Session);

        await victim.SubmitAsync("/account/sign-in", form, ("Form.Email", ConsoleApp.Email), ("Form.Password", ConsoleApp.Password));

        var seen = await Browser.ReadAsync(await attacker.GetAsync(Page));
        Assert.Equal("mallory@example.com", seen.QuerySelector("input[autocomplete=username]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_database_holds_only_a_hash_of_it()
    {
        using var browser = await _app.SignedInBrowserAsync();

        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        var session = await db.OperatorSessions.SingleAsync();
        Assert.Equal(32, session.IdHash.Length);
        Assert.DoesNotContain(
            browser.Session!.Split('=')[1],
            Convert.ToHexStringLower(session.Ticket) + Convert.ToBase64String(session.Ticket),
            StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleApp.Email, System.Text.Encoding.UTF8.GetString(session.Ticket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends()
    {
        using var browser = await _app.SignedInBrowserAsync();
        _app.Clock.Now += OperatorSession.IdleLimit - TimeSpan.FromMilliseconds(1);
        var before = await browser.GetAsync(Page);
        _app.Clock.Now += OperatorSession.IdleLimit;
        var after = await browser.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.NotNull(after.LeadsTo());
    }

    [Fact]
    public async Task A_session_ends_after_its_longest_time_however_busy()
    {
        using var browser = await _app.SignedInBrowserAsync();
        var end = _app.Clock.Now + OperatorSession.AbsoluteLimit;
        while (_app.Clock.Now + TimeSpan.FromMinutes(20) < end)
        {
            _app.Clock.Now += TimeSpan.FromMinutes(20);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Page)).StatusCode);
        }

        _app.Clock.Now = end;
        Assert.NotNull((await browser.GetAsync(Page)).LeadsTo());
    }

    [Fact]
    public async Task A_page_that_only_asks_whether_the_session_lasts_does_not_prolong_it()
    {
        using var browser = await _app.SignedInBrowserAsync();
        await using var db = _app.Get<ConsoleStore>().CreateDbContext();
        var idHash = (await db.OperatorSessions.SingleAsync()).IdHash;
        var sessions = _app.Get<OperatorSessions>();
        _app.Clock.Now += TimeSpan.FromMinutes(29);
        var before = await sessions.LastsAsync(idHash, CancellationToken.None);
        _app.Clock.Now += TimeSpan.FromMinutes(1);
        var after = await sessions.LastsAsync(idHash, CancellationToken.None);

        Assert.Equal((true, false), (before, after));
    }

    [Fact]
    public async Task A_session_whose_ticket_cannot_be_read_any_more_is_over()
    {
        using var browser = await _app.SignedInBrowserAsync();
        await _app.Get<ConsoleStore>().WriteAsync<int>(
            async db => await db.OperatorSessions.ExecuteUpdateAsync(update => update.SetProperty(session => session.Ticket, new byte[] { 1, 2, 3 })),
            CancellationToken.None);

        Assert.NotNull((await browser.GetAsync(Page)).LeadsTo());
    }

    [Fact]
    public async Task Its_keys_lie_in_a_folder_that_nobody_else_can_enter()
    {
        using var browser = await _app.SignedInBrowserAsync();
        var folder = new DirectoryInfo(_app.Get<DataDirectory>().DataProtectionKeys);

        Assert.NotEmpty(folder.GetFiles());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
        }
    }
}
