using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Results;
using AdminConsole.Secrets;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Features.Keys.Secret;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>Asks for a new key's settings and issues it. Closes with a <see cref="CreatedKey"/>.</summary>
public sealed partial class CreateKeyDialog(
    CurrentOperator current, OrganizationDirectory directory, KeyIssuer issuer, ViewerZone zone, UnsavedChanges unsaved)
{
    private IReadOnlyList<Failure> _refusals = [];
    private OrganizationChoices? _choices;
    private KeyForm? _form;
    private KeyFormTabs? _tabs;
    private SecretEnvironment _environment;
    private bool _busy;

    [Parameter, EditorRequired] public required Id<Organization> Organization { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private IReadOnlyList<SelectOption<KeyKind>> Kinds => Options(KeyKind.Service, KeyKind.Management);

    private IReadOnlyList<SelectOption<SecretEnvironment>> Environments => Options(SecretEnvironment.Live, SecretEnvironment.Test);

    protected override async Task OnInitializedAsync()
    {
        unsaved.Guard(Dialog, () => _form);
        var choices = await directory.ChoicesAsync(await current.ActorAsync(CancellationToken.None), Organization, CancellationToken.None);
        if (!choices.Succeeded)
        {
            _refusals = choices.Failures;
            return;
        }

        _choices = choices.Value;
        _form = new(new() { ExpiresAt = zone.EndOfDayIn(KeyExpiryField.UsualDays) }, KeyKind.Service) { Changed = Follow };
    }

    private void Follow()
    {
        Dialog.HasUnsavedWork = _form is { IsDirty: true };
        StateHasChanged();
    }

    private async Task SubmitAsync()
    {
        if (_busy || _form is null)
        {
            return;
        }

        _busy = true;
        var command = new IssueKey(Organization, _form.Draft, _form.Kind, _environment);
        var issued = await issuer.IssueAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        _busy = false;
        if (issued.Succeeded)
        {
            Dialog.Close(new CreatedKey(issued.Value.Name, new(issued.Value.Secret)));
            return;
        }

        _form.Refuse(issued.Failures);
        _tabs?.ShowFirstFault();
    }

    private IReadOnlyList<SelectOption<TValue>> Options<TValue>(params IEnumerable<TValue> values)
        where TValue : Enum => [.. values.Select(value => new SelectOption<TValue>(value, T[$"KeyDialog.{typeof(TValue).Name}.{value}"]))];
}
