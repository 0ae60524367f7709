using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Resources;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Account;

public sealed partial class ChangePasswordPage(
    CurrentOperator current, OperatorPasswords passwords, NavigationManager navigation, IStringLocalizer<Texts> texts)
{
    private FormFaults _faults = new([], ChangePasswordForm.Fields);
    private string _email = "";

    [SupplyParameterFromForm(FormName = "change-password")] public ChangePasswordForm? Form { get; set; }

    [SupplyParameterFromQuery] public string? Changed { get; set; }

    protected override async Task OnInitializedAsync() => _email = (await current.ProfileAsync())?.Email ?? "";

    private async Task ChangeAsync()
    {
        _faults = new(await TryAsync(Form ?? new()), ChangePasswordForm.Fields);
        if (_faults.Failures.Count == 0)
        {
            navigation.NavigateTo(AppRoutes.ChangePassword + "?changed=true");
        }
    }

    private async Task<IReadOnlyList<Failure>> TryAsync(ChangePasswordForm form)
    {
        // Before the password changes, for afterwards it would be too late to find out.
        if (!string.Equals(form.New, form.Repeat, StringComparison.Ordinal))
        {
            return [Failure.Invalid(ChangePasswordForm.RepeatField, "password.repeat", texts["Account.RepeatDiffers"])];
        }

        var actor = await current.ActorAsync(CancellationToken.None);
        var profile = await current.ProfileAsync();
        var command = new ChangePassword(profile?.Id ?? default, await current.SessionIdHashAsync() ?? [], form.Current, form.New);
        return (await passwords.ChangeAsync(actor, command, CancellationToken.None)).Failures;
    }
}
