using System.Net;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Account;

public sealed class ChangePasswordTests : IAsyncLifetime
{
    private const string Page = "/account/change-password";
    private const string Better = "seven quiet amber lanterns";

    private ConsoleApp _app = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ConsoleApp.StartAsync();
        _browser = await _app.SignedInBrowserAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Ends_the_other_sessions_and_the_old_password()
    {
        using var elsewhere = await _app.SignedInBrowserAsync();
        using var later = _app.OpenBrowser();

        var changed = await ChangeAsync(ConsoleApp.Password, Better);

        Assert.Equal(Page + "?changed=true", changed.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(Page)).StatusCode);
        Assert.NotNull((await elsewhere.GetAsync(Page)).LeadsTo());
        Assert.Null((await later.SignInAsync(ConsoleApp.Email, ConsoleApp.Password)).LeadsTo());
        Assert.Equal("/", (await later.SignInAsync(ConsoleApp.Email, Better)).LeadsTo());
    }

    [Theory]
    [InlineData("Form.Current", "not your current", "wrong wrong wrong wrong", Better)]
    [InlineData("Form.New", "at least 15", ConsoleApp.Password, "short")]
    [InlineData("Form.New", "other than the current", ConsoleApp.Password, ConsoleApp.Password)]
    [InlineData("Form.New", "e-mail name", ConsoleApp.Password, "one ada is enough for me")]
    public async Task Says_beside_the_field_what_is_wrong(string field, string expected, string current, string wanted)
    {
        var page = await Browser.ReadAsync(await ChangeAsync(current, wanted));

        Assert.Contains(expected, Browser.DescriptionOf(page, field), StringComparison.Ordinal);
        Assert.True(page.QuerySelector($"input[name='{field}']")!.HasAttribute("data-autofocus"));
        Assert.All(page.QuerySelectorAll("input[type=password]"), input => Assert.Null(input.GetAttribute("value")));
    }

    [Fact]
    public async Task Wants_the_new_password_twice()
    {
        var refused = await _browser.SubmitAsync(Page, ("Form.Current", ConsoleApp.Password), ("Form.New", Better), ("Form.Repeat", Better + "!"));

        var page = await Browser.ReadAsync(refused);
        Assert.Equal("The two passwords differ. Type the same one twice.", Browser.DescriptionOf(page, "Form.Repeat"));
    }

    [Fact]
    public async Task Is_no_place_to_guess_the_current_password()
    {
        for (var time = 0; time < OperatorCredentials.MaxFailures; time++)
        {
            await ChangeAsync("wrong", Better);
        }

        var refused = await ChangeAsync(ConsoleApp.Password, Better);

        Assert.Null(refused.LeadsTo());
    }

    [Fact]
    public async Task Is_not_for_the_password_of_another()
    {
        var other = await _app.AddOperatorAsync("grace@example.com", ConsoleApp.Password);
        var ada = await _app.Get<OperatorSignIn>().CheckAsync(ConsoleApp.Email, ConsoleApp.Password, null, CancellationToken.None);

        var refused = await _app.Get<OperatorPasswords>().ChangeAsync(
            ada.Value.ToActor([]), new(other.Value, [], ConsoleApp.Password, Better), CancellationToken.None);

        Assert.Equal("password.forbidden", Assert.Single(refused.Failures).Code);
    }

    [Fact]
    public async Task Asks_somebody_unknown_to_sign_in()
    {
        using var stranger = _app.OpenBrowser();

        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fchange-password", (await stranger.GetAsync(Page)).LeadsTo());
    }

    private Task<HttpResponseMessage> ChangeAsync(string current, string wanted) =>
        _browser.SubmitAsync(Page, ("Form.Current", current), ("Form.New", wanted), ("Form.Repeat", wanted));
}
