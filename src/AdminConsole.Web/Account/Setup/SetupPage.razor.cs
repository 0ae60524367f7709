using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Account.Setup;

public sealed partial class SetupPage(
    SetupToken token, ConsoleSetUp setUp, BrowserSession session, NavigationManager navigation, IStringLocalizer<Texts> texts)
{
    private FormFaults _faults = new([], SetupForm.Fields);

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] public SetupForm? Form { get; set; }

    private async Task SetUpAsync()
    {
        var form = Form ?? new();
        _faults = new(await TryAsync(form), SetupForm.Fields);
        if (_faults.Failures.Count == 0)
        {
            await session.StartAsync(Http, form.Email, form.Password);
            navigation.NavigateTo(AppRoutes.Home);
        }
    }

    private async Task<IReadOnlyList<Failure>> TryAsync(SetupForm form)
    {
        // A stranger learns nothing else before the token is right.
        if (!token.Matches(form.Token))
        {
            return [Failure.Invalid(SetupForm.TokenField, "setup.token", texts["Account.Setup.TokenWrong"])];
        }

        if (!string.Equals(form.Password, form.Repeat, StringComparison.Ordinal))
        {
            return [Failure.Invalid(SetupForm.RepeatField, "password.repeat", texts["Account.RepeatDiffers"])];
        }

        return (await setUp.RunAsync(form.ToCommand(), CancellationToken.None)).Failures;
    }
}
