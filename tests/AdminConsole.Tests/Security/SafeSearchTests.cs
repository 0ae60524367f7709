using System.Net;
using AdminConsole.Core.Secrets;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Security;

/// <summary>A link with something to search for that must not stand in an address.</summary>
public sealed class SafeSearchTests : IAsyncLifetime
{
    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("q")]
    [InlineData("Q")]
    public async Task A_page_is_opened_without_a_secret_in_its_search(string parameter)
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live).Reveal();
        using var browser = await _app.SignedInBrowserAsync();

        var answer = await browser.GetAsync($"/keys?org=acme&{parameter}={secret}&size=25");

        Assert.Equal("/keys?org=acme&size=25", answer.LeadsTo());
    }

    [Fact]
    public async Task Somebody_who_has_to_sign_in_first_takes_no_secret_along()
    {
        var secret = KeySecret.Generate(SecretEnvironment.Live).Reveal();
        using var browser = _app.OpenBrowser();

        var answer = await browser.GetAsync($"/keys?q={secret}");

        Assert.Equal("/keys", answer.LeadsTo());
        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_text_stays_in_the_address()
    {
        using var browser = await _app.SignedInBrowserAsync();

        var answer = await browser.GetAsync("/keys?org=acme&q=billing+export");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
