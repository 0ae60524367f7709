using System.Net;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly CountingHasher _hasher = new();
    private ConsoleApp _app = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ConsoleApp.StartAsync(services => services.AddSingleton<IPasswordHasher<Operator>>(_hasher));
        _browser = _app.OpenBrowser();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Leads_to_the_page_that_was_asked_for()
    {
        var refused = await _browser.GetAsync("/not-found?q=1");
        var entered = await _browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password, "?returnUrl=%2Fnot-found%3Fq%3D1");
        var page = await _browser.GetAsync("/not-found?q=1");

        Assert.Equal("/account/sign-in?returnUrl=%2Fnot-found%3Fq%3D1", refused.LeadsTo());
        Assert.Equal("/not-found?q=1", entered.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Takes_the_address_in_any_case_and_with_spaces_around()
    {
        var entered = await _browser.SignInAsync(" ADA@example.com ", ConsoleApp.Password);

        Assert.Equal("/", entered.LeadsTo());
    }

    [Fact]
    public async Task Never_leads_to_another_site()
    {
        var entered = await _browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password, "?returnUrl=%2F%2Fevil.example");

        Assert.Equal("/", entered.LeadsTo());
    }

    [Fact]
    public async Task Answers_a_wrong_password_an_unknown_address_and_a_locked_account_alike()
    {
        await _app.AddOperatorAsync("locked@example.com", ConsoleApp.Password);
        await FailAsync("locked@example.com", OperatorCredentials.MaxFailures);

        List<(string Text, int Verified)> answers = [];
        (string Email, string Password)[] attempts =
        [
            (ConsoleApp.Email, "wrong"), ("stranger@example.com", "wrong"), ("locked@example.com", ConsoleApp.Password),
        ];
        foreach (var (email, password) in attempts)
        {
            var before = _hasher.Verified;
            var page = await Browser.ReadAsync(await _browser.SignInAsync(email, password));
            answers.Add((Browser.DescriptionOf(page, "Form.Password"), _hasher.Verified - before));
        }

        Assert.Equal([(OperatorSignIn.Refused.Message, 1)], answers.Distinct());
        Assert.Null(_browser.Session);
    }

    [Fact]
    public async Task Keeps_the_address_but_not_the_password_of_a_failed_try_and_starts_at_the_field_at_fault()
    {
        var page = await Browser.ReadAsync(await _browser.SignInAsync(ConsoleApp.Email, "wrong"));

        var email = page.QuerySelector("input[name='Form.Email']")!;
        var password = page.QuerySelector("input[name='Form.Password']")!;
        Assert.Equal(ConsoleApp.Email, email.GetAttribute("value"));
        Assert.Null(password.GetAttribute("value"));
        Assert.Equal(("true", true), (password.GetAttribute("aria-invalid"), password.HasAttribute("data-autofocus")));
        Assert.Equal(("false", false), (email.GetAttribute("aria-invalid"), email.HasAttribute("data-autofocus")));
    }

    [Fact]
    public async Task Asks_for_what_is_missing_without_trying_it()
    {
        var page = await Browser.ReadAsync(await _browser.SignInAsync("", ""));

        Assert.Equal("Enter your e-mail address.", Browser.DescriptionOf(page, "Form.Email"));
        Assert.Equal("Enter your password.", Browser.DescriptionOf(page, "Form.Password"));
        Assert.True(page.QuerySelector("input[name='Form.Email']")!.HasAttribute("data-autofocus"));
        Assert.Equal(0, _hasher.Verified);
    }

    [Fact]
    public async Task Lets_somebody_locked_out_in_again_after_a_while()
    {
        await FailAsync(ConsoleApp.Email, OperatorCredentials.MaxFailures);
        var locked = await _browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);
        _app.Clock.Now += OperatorCredentials.LockoutTime(0);
        var entered = await _browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);

        Assert.Null(locked.LeadsTo());
        Assert.Equal("/", entered.LeadsTo());
    }

    [Fact]
    public async Task A_lockout_ends_no_session()
    {
        using var signedIn = await _app.SignedInBrowserAsync();
        await FailAsync(ConsoleApp.Email, OperatorCredentials.MaxFailures);

        var page = await signedIn.GetAsync("/account/change-password");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in", "/")]
    [InlineData("/account/sign-in?returnUrl=%2Fkeys", "/keys")]
    [InlineData("/account/sign-in?returnUrl=https%3A%2F%2Fevil.example", "/")]
    public async Task Leads_somebody_who_is_signed_in_past_the_page(string address, string expected)
    {
        using var signedIn = await _app.SignedInBrowserAsync();

        Assert.Equal(expected, (await signedIn.GetAsync(address)).LeadsTo());
    }

    [Fact]
    public async Task Leads_on_from_a_form_that_was_opened_before_signing_in_elsewhere()
    {
        var opened = await Browser.ReadAsync(await _browser.GetAsync("/account/sign-in"));
        await _browser.SignInAsync(ConsoleApp.Email, ConsoleApp.Password);

        var second = await _browser.SubmitAsync("/account/sign-in", opened, ("Form.Email", ConsoleApp.Email), ("Form.Password", ConsoleApp.Password));

        Assert.Equal("/", second.LeadsTo());
    }

    [Fact]
    public async Task Refuses_a_form_without_its_antiforgery_token()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "sign-in",
            ["Form.Email"] = ConsoleApp.Email,
            ["Form.Password"] = ConsoleApp.Password,
        };

        var refused = await _browser.PostAsync("/account/sign-in", fields);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(_browser.Session);
    }

    private async Task FailAsync(string email, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await _app.Get<OperatorSignIn>().CheckAsync(email, "wrong", null, CancellationToken.None);
        }
    }

    private sealed class CountingHasher : IPasswordHasher<Operator>
    {
        private int _verified;

        public int Verified => _verified;

        public string HashPassword(Operator user, string password) => "#" + password;

        public PasswordVerificationResult VerifyHashedPassword(Operator user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return hashedPassword == "#" + providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
