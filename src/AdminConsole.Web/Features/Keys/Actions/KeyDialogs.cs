using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Editing;
using AdminConsole.Web.Features.Keys.Revoking;
using AdminConsole.Web.Features.Keys.Rotating;
using AdminConsole.Web.Features.Keys.Secret;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>The dialogs of keys, as pages open them. True: something changed, and what the page shows of keys is out of date.</summary>
public sealed class KeyDialogs(
    ConsoleDialogs dialogs,
    ConsoleToasts toasts,
    KeySwitchToasts switchToasts,
    KeyDrafts drafts,
    KeysChangedNotifier notifier,
    IStringLocalizer<Texts> texts)
{
    /// <summary>Asks for a new key's settings, makes it and shows its secret, once.</summary>
    public async Task<bool> CreateAsync(Id<Organization> organization, KeyDraft? restored = null)
    {
        var created = await dialogs.OpenAsync<CreateKeyDialog, RevealedKey>(
            texts["KeyDialog.Create.Title"],
            Parameters((nameof(CreateKeyDialog.Organization), organization), (nameof(CreateKeyDialog.Restored), restored)));
        await drafts.KeepAsync(null);
        return await RevealAsync(created, "KeyDialog.Created") is not null;
    }

    /// <summary>Opens the form of a new key with the settings of another. Gives the new key, or null when none was made.</summary>
    public async Task<KeyTarget?> DuplicateAsync(KeyTarget source)
    {
        var created = await dialogs.OpenAsync<CreateKeyDialog, RevealedKey>(
            texts["KeyDialog.Duplicate.Title"],
            Parameters((nameof(CreateKeyDialog.Organization), source.OrganizationId), (nameof(CreateKeyDialog.Source), source)));
        await drafts.KeepAsync(null);
        return await RevealAsync(created, "KeyDialog.Created");
    }

    /// <summary>Makes the key's successor and shows its secret, once. Gives the successor, or null when none was made.</summary>
    public async Task<KeyTarget?> RotateAsync(KeyTarget target, string keyName)
    {
        var created = await dialogs.OpenAsync<RotateKeyDialog, RevealedKey>(
            texts["Rotate.Title", keyName], Parameters((nameof(RotateKeyDialog.Target), target)));
        return await RevealAsync(created, "Rotate.Done");
    }

    /// <summary>Asks whether a revoked key is to be deleted for good.</summary>
    public Task<bool> ConfirmDeletionAsync(string keyName) =>
        dialogs.ConfirmAsync(texts["Key.Delete.Title", keyName], texts["Key.Delete.Text"], texts["Key.Delete"], danger: true);

    /// <param name="proposed">Stands in the fields already, to be looked at and saved.</param>
    public async Task<bool> EditAsync(KeyTarget target, KeyPatch? proposed = null, KeyDraft? restored = null)
    {
        var changed = await dialogs.OpenAsync<EditKeyDialog, bool>(
            texts["KeyDialog.Edit.Title"],
            Parameters(
                (nameof(EditKeyDialog.Target), target), (nameof(EditKeyDialog.Proposed), proposed), (nameof(EditKeyDialog.Restored), restored)));
        await drafts.KeepAsync(null);
        if (changed)
        {
            toasts.Success(texts["KeyDialog.Saved"]);
        }

        return changed;
    }

    /// <summary>
    /// Opens a form again that was left with something unsaved when the page was loaded anew, by a restart of the console for example.
    /// </summary>
    /// <param name="key">The only key that the page is about; null: all of the organization's.</param>
    public async Task RestoreAsync(Id<Organization> organization, Id<ApiKey>? key = null)
    {
        var draft = await drafts.TakeAsync(draft => draft.Organization == organization && (key is null || draft.Key == key));
        if (draft is { Key: { } edited })
        {
            await EditAsync(new(organization, edited), restored: draft);
            notifier.Announce();
        }
        else if (draft is not null)
        {
            await CreateAsync(organization, draft);
        }
    }

    /// <param name="found">What a look-up told of it: support staff revoke keys whose details they may not read.</param>
    public async Task<bool> RevokeAsync(KeyTarget target, string keyName, FoundKey? found = null)
    {
        var revoked = await dialogs.OpenAsync<RevokeKeyDialog, bool>(
            texts["Revoke.Title"],
            Parameters(
                (nameof(RevokeKeyDialog.Target), target),
                (nameof(RevokeKeyDialog.KeyName), keyName),
                (nameof(RevokeKeyDialog.Found), found)),
            new(MudBlazor.MaxWidth.ExtraSmall));
        if (revoked)
        {
            toasts.Success(texts["Revoke.Done", keyName]);
        }

        return revoked;
    }

    public async Task<bool> DisableAsync(KeyTarget target, string keyName)
    {
        var disabled = await dialogs.OpenAsync<DisableKeyDialog, SwitchedKey>(
            texts["Key.Disable.Title", keyName],
            Parameters((nameof(DisableKeyDialog.Target), target), (nameof(DisableKeyDialog.KeyName), keyName)),
            new(MudBlazor.MaxWidth.ExtraSmall));
        if (disabled is null)
        {
            return false;
        }

        switchToasts.Show(target, keyName, enabled: false, disabled);
        return true;
    }

    private async Task<KeyTarget?> RevealAsync(RevealedKey? created, string done)
    {
        if (created is null)
        {
            return null;
        }

        notifier.Announce();
        await dialogs.OpenAsync<RevealDialog>(texts["Reveal.Title"], Parameters((nameof(RevealDialog.Key), created)));
        toasts.Success(texts[done, created.Name]);
        return created.Target;
    }

    private static Dictionary<string, object?> Parameters(params IEnumerable<(string Name, object? Value)> parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
