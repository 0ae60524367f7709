using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Form;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>
/// Edits a key from the version it was opened with. When somebody else was faster, both versions are shown side by side and
/// nothing that was typed is lost. Closes with true when the key has changed.
/// </summary>
public sealed partial class EditKeyDialog(
    CurrentOperator current, OrganizationQueries organizationQueries, KeyQueries keyQueries, EditKeyHandler editor, UnsavedChanges unsaved,
    KeyDrafts drafts)
{
    private IReadOnlyList<Failure> _refusals = [];
    private OrganizationChoices? _choices;
    private KeyForm? _form;
    private KeyFormTabs? _tabs;
    private EditConflict? _conflict;
    private int _version;
    private KeyDraft? _restored;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    /// <summary>A change that somebody already asked for, and still has to save.</summary>
    [Parameter] public KeyPatch? Proposed { get; set; }

    /// <summary>What was typed into this form before the page was loaded anew.</summary>
    [Parameter] public KeyDraft? Restored { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private bool IsUnsaved => _form is { IsDirty: true, ReadOnly: false };

    private bool CanSave => _conflict?.Merge.IsDecided ?? _form is { IsDirty: true };

    protected override Task OnInitializedAsync()
    {
        unsaved.Guard(Dialog, () => _form);
        _restored = Restored;
        return Dialog.RunAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        var actor = await current.ActorAsync(CancellationToken.None);
        var details = await keyQueries.GetAsync(actor, Target, CancellationToken.None);
        var choices = await organizationQueries.ChoicesAsync(actor, Target.OrganizationId, CancellationToken.None);
        if (!details.Succeeded || !choices.Succeeded)
        {
            _refusals = [.. details.Failures.Concat(choices.Failures).Distinct()];
            return;
        }

        _choices = choices.Value;
        Begin(details.Value, Proposed?.ApplyTo(details.Value.Settings) ?? details.Value.Settings);
        Restore(details.Value);
        Follow();
        if (details.Value is { Kind: KeyKind.Managed } or { Revocation: not null })
        {
            Freeze([details.Value.Revocation is null ? KeyFailures.Managed : KeyFailures.Revoked]);
        }
    }

    private void Begin(KeyDetails details, KeySettings draft)
    {
        _version = details.Version;
        _form = new(details.Settings, details.Kind, draft) { Changed = Follow };
    }

    // Somebody may have saved another version meanwhile: that is the same as when it is met on saving.
    private void Restore(KeyDetails now)
    {
        if (_restored is { } restored)
        {
            (_version, _form) = (restored.Version, restored.ToForm());
            _form.Changed = Follow;
            _conflict = restored.Version == now.Version ? null : ConflictWith(now, _form);
        }
    }

    private Task DiscardDraftAsync()
    {
        (_restored, _conflict) = (null, null);
        return Dialog.RunAsync(LoadAsync);
    }

    private void Follow()
    {
        Dialog.HasUnsavedWork = IsUnsaved;
        _ = InvokeAsync(KeepAsync);
        StateHasChanged();
    }

    private async Task KeepAsync()
    {
        await drafts.KeepAsync(IsUnsaved ? KeyDraft.Of(_form!, Target.OrganizationId, Target, _version) : null);
        Dialog.SurvivesRestart = drafts.IsKept;
    }

    private Task SubmitAsync() => CanSave ? Dialog.RunAsync(SaveAsync) : Task.CompletedTask;

    private Task SaveAsync()
    {
        if (_conflict is { } conflict)
        {
            _conflict = null;
            Begin(conflict.Theirs, conflict.Merge.Merged);
        }

        return SaveAsync(_form!);
    }

    private async Task SaveAsync(KeyForm form)
    {
        var command = new EditKey(Target, _version, form.Patch());
        var edited = await editor.EditAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        if (edited.Succeeded)
        {
            Dialog.Close(true);
            return;
        }

        switch (edited.Failures[0].Kind)
        {
            case FailureKind.Stale:
                await CompareAsync(form);
                break;
            case FailureKind.Conflict or FailureKind.NotFound:
                Freeze(edited.Failures);
                break;
            default:
                form.Refuse(edited.Failures);
                _tabs?.ShowFirstFault();
                break;
        }
    }

    private async Task CompareAsync(KeyForm mine)
    {
        var theirs = await keyQueries.GetAsync(await current.ActorAsync(CancellationToken.None), Target, CancellationToken.None);
        if (theirs.Succeeded)
        {
            _conflict = ConflictWith(theirs.Value, mine);
        }
        else
        {
            Freeze(theirs.Failures);
        }
    }

    private static EditConflict ConflictWith(KeyDetails theirs, KeyForm mine) =>
        new(theirs, new(mine.Start, mine.Draft, KeyForm.Shown(theirs.Settings)));

    /// <summary>What was typed stays to be read and copied; it cannot be saved any more.</summary>
    private void Freeze(IReadOnlyList<Failure> reasons)
    {
        _refusals = reasons;
        _form!.ReadOnly = true;
        Follow();
    }
}
