using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Account;

/// <summary>Stands over everything once the session is over, and hides it, until the same operator has signed in again.</summary>
public sealed partial class SessionOverDialog(SessionRenewal renewal, CurrentOperator person)
{
    private readonly FieldWiring _wiring = new();
    private ElementReference _password;
    private OperatorProfile? _profile;
    private SessionRenewalOutcome _outcome;
    private IReadOnlyList<string> _errors = [];

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private string Email => _profile?.Email ?? "";

    protected override async Task OnInitializedAsync()
    {
        Dialog.CanClose = () => Task.FromResult(false);
        _profile = await person.ProfileAsync();
    }

    private Task SignInAsync() => Dialog.RunAsync(async () =>
    {
        _outcome = await renewal.SignInAsync(Email, _password);
        _errors = _outcome is SessionRenewalOutcome.Refused ? [T["Account.SessionOver.Refused"]] : [];
        if (_outcome is SessionRenewalOutcome.Renewed)
        {
            Dialog.Close();
        }
        else
        {
            await _password.FocusAsync();
        }
    });
}
