using System.Net;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Security;

namespace AdminConsole.Tests.Security;

/// <summary>How a circuit learns of a session that is newer than itself.</summary>
public sealed class SessionProofTests : IAsyncLifetime
{
    private readonly string _challenge = SessionProofs.NewChallenge();
    private ConsoleApp _app = null!;

    private SessionProofs Proofs => _app.Get<SessionProofs>();

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Proves_whose_session_the_cookie_belongs_to()
    {
        using var browser = await _app.SignedInBrowserAsync();

        var proof = await ProveAsync(browser);
        var user = Proofs.Read(_challenge, await proof.Content.ReadAsStringAsync());

        Assert.Equal("ada", user?.Identity?.Name);
        Assert.NotNull(user?.SessionIdHash());
    }

    [Fact]
    public async Task Answers_no_challenge_but_its_own()
    {
        using var browser = await _app.SignedInBrowserAsync();

        var proof = await (await ProveAsync(browser)).Content.ReadAsStringAsync();

        Assert.Null(Proofs.Read(SessionProofs.NewChallenge(), proof));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no proof")]
    [InlineData("bm8gcHJvb2Y=")]
    public void Cannot_be_made_up(string proof) => Assert.Null(Proofs.Read(_challenge, proof));

    [Fact]
    public async Task Strangers_get_none()
    {
        using var browser = _app.OpenBrowser();

        var refused = await ProveAsync(browser);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_get_none()
    {
        using var browser = await _app.SignedInBrowserAsync();
        browser.Headers.Add("Origin", "https://evil.example");

        var refused = await ProveAsync(browser);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private Task<HttpResponseMessage> ProveAsync(Browser browser) => browser.PostJsonAsync("/account/session-proof", new { challenge = _challenge });
}
