using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Features.Keys.Form;
using AdminConsole.Web.Features.Keys.Secret;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>Asks for a new key's settings and creates it. Closes with a <see cref="RevealedKey"/>.</summary>
public sealed partial class CreateKeyDialog(
    CurrentOperator current,
    OrganizationQueries organizationQueries,
    KeyQueries keyQueries,
    CreateKeyHandler handler,
    ViewerZone zone,
    TimeProvider clock,
    UnsavedChanges unsaved,
    KeyDrafts drafts)
{
    private IReadOnlyList<Failure> _refusals = [];
    private OrganizationChoices? _choices;
    private KeyForm? _form;
    private KeyFormTabs? _tabs;
    private SecretEnvironment _environment;
    private KeyDetails? _source;
    private KeyDraft? _restored;

    [Parameter, EditorRequired] public required Id<Organization> Organization { get; set; }

    /// <summary>The key whose settings, kind and format the new one begins with.</summary>
    [Parameter] public KeyTarget? Source { get; set; }

    /// <summary>What was typed into this form before the page was loaded anew.</summary>
    [Parameter] public KeyDraft? Restored { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private IReadOnlyList<SelectOption<KeyKind>> Kinds => Options(KeyKind.Service, KeyKind.Management);

    private IReadOnlyList<SelectOption<SecretEnvironment>> Environments => Options(SecretEnvironment.Live, SecretEnvironment.Test);

    protected override Task OnInitializedAsync()
    {
        unsaved.Guard(Dialog, () => _form);
        _restored = Restored;
        return Dialog.RunAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        var choices = await organizationQueries.ChoicesAsync(await current.ActorAsync(CancellationToken.None), Organization, CancellationToken.None);
        if (!choices.Succeeded)
        {
            _refusals = choices.Failures;
            return;
        }

        if (Source is not null && await ReadSourceAsync(Source) is { Count: > 0 } refusals)
        {
            _refusals = refusals;
            return;
        }

        _choices = choices.Value;
        _form = _restored?.ToForm() ?? new(Begin(_choices.Rules), _source?.Kind ?? KeyKind.Service);
        _form.Changed = Follow;
        _environment = _restored?.Environment ?? default;
        Follow();
    }

    private Task DiscardDraftAsync()
    {
        _restored = null;
        return Dialog.RunAsync(LoadAsync);
    }

    private async Task<IReadOnlyList<Failure>> ReadSourceAsync(KeyTarget source)
    {
        var details = await keyQueries.GetAsync(await current.ActorAsync(CancellationToken.None), source, CancellationToken.None);
        _source = details.Succeeded ? details.Value : null;
        return details.Failures;
    }

    private KeySettings Begin(KeyRules rules)
    {
        var usual = zone.EndOfDayIn(KeyExpiryField.UsualDaysUnder(rules));
        if (_source is not { Settings: var settings })
        {
            return new() { ExpiresAt = usual, Tags = rules.RequiredTags };
        }

        return settings with
        {
            Name = DuplicateKey.NameOfCopy(settings.Name),
            ExpiresAt = settings.ExpiresAt <= clock.GetUtcNow() ? usual : settings.ExpiresAt,
        };
    }

    private void Follow()
    {
        Dialog.HasUnsavedWork = _form is { IsDirty: true };
        _ = InvokeAsync(KeepAsync);
        StateHasChanged();
    }

    private async Task KeepAsync()
    {
        await drafts.KeepAsync(_form is { IsDirty: true } form ? KeyDraft.Of(form, Organization) with { Environment = _environment } : null);
        Dialog.SurvivesRestart = drafts.IsKept;
    }

    private Task SubmitAsync() => _form is { } form ? Dialog.RunAsync(() => CreateAsync(form)) : Task.CompletedTask;

    private async Task CreateAsync(KeyForm form)
    {
        var command = new CreateKey(Organization, form.Draft, form.Kind, _environment)
        {
            Format = _source is null ? null : SecretFormat.Named(_source.SecretFormat),
        };
        var created = await handler.CreateAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        if (created.Succeeded)
        {
            var target = new KeyTarget(Organization, created.Value.Id);
            Dialog.Close(new RevealedKey(
                target, created.Value.Name, form.Kind, form.Draft.AllowedCidrs is [var first, ..] ? first : null, new(created.Value.Secret)));
            return;
        }

        form.Refuse(created.Failures);
        _tabs?.ShowFirstFault();
    }

    private IReadOnlyList<SelectOption<TValue>> Options<TValue>(params IEnumerable<TValue> values)
        where TValue : Enum => [.. values.Select(value => new SelectOption<TValue>(value, T[$"KeyDialog.{typeof(TValue).Name}.{value}"]))];
}
