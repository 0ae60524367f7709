using AdminConsole.Core.Results;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Account;

public sealed partial class SignInPage(BrowserSession session, NavigationManager navigation, IStringLocalizer<Texts> texts)
{
    private FormFaults _faults = new([], SignInForm.Fields);

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] public SignInForm? Form { get; set; }

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] public string? SignedOut { get; set; }

    private async Task SignInAsync()
    {
        // Who has just failed to sign in has other worries than having signed out before.
        SignedOut = null;
        var failures = Missing();
        if (failures.Count == 0)
        {
            // Beside the password, for it is typed again: the answer must not say which of the two is wrong.
            var person = await session.StartAsync(Http, Form?.Email, Form?.Password);
            failures = [.. person.Failures.Select(failure => failure with { Field = SignInForm.PasswordField })];
        }

        _faults = new(failures, SignInForm.Fields);
        if (failures.Count == 0)
        {
            navigation.NavigateTo(LocalReturnUrl.Of(ReturnUrl, Http.Request.PathBase));
        }
    }

    private List<Failure> Missing()
    {
        List<Failure> failures = [];
        if (string.IsNullOrWhiteSpace(Form?.Email))
        {
            failures.Add(Failure.Invalid(SignInForm.EmailField, "email.missing", texts["Account.SignIn.EmailMissing"]));
        }

        if (string.IsNullOrEmpty(Form?.Password))
        {
            failures.Add(Failure.Invalid(SignInForm.PasswordField, "password.missing", texts["Account.SignIn.PasswordMissing"]));
        }

        return failures;
    }
}
