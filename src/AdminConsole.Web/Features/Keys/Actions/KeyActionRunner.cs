using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Resources;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>
/// Does to a key what a menu or button asked for, with the dialog that belongs to it. Afterwards what the page shows of the key may be out of date,
/// also where nothing was done: then somebody else may have changed it meanwhile.
/// </summary>
public sealed class KeyActionRunner(
    SwitchKeyHandler power,
    DeleteKeyHandler deleter,
    CurrentOperator person,
    CurrentOrganization organizations,
    KeysChangedNotifier notifier,
    KeyDialogs dialogs,
    KeyListPlace place,
    ConsoleToasts toasts,
    KeySwitchToasts switchToasts,
    NavigationManager navigation,
    IStringLocalizer<Texts> texts)
{
    public Task RunAsync(KeyAction action, ActionableKey key) => action switch
    {
        KeyAction.Edit => dialogs.EditAsync(key.Target),
        KeyAction.Rotate => OpenAsync(dialogs.RotateAsync(key.Target, key.Name)),
        KeyAction.Duplicate => OpenAsync(dialogs.DuplicateAsync(key.Target)),
        KeyAction.Disable => dialogs.DisableAsync(key.Target, key.Name),
        KeyAction.Enable => EnableAsync(key),
        KeyAction.Delete => DeleteAsync(key),
        _ => dialogs.RevokeAsync(key.Target, key.Name),
    };

    /// <summary>A key just made has a page of its own, which says what is to be done next.</summary>
    private async Task OpenAsync(Task<KeyTarget?> making)
    {
        if (await making is { } made && organizations.Selected is { } organization)
        {
            navigation.NavigateTo(KeyPaths.Of(made.KeyId, organization.Slug));
        }
    }

    private async Task EnableAsync(ActionableKey key)
    {
        // Leaving the page must not undo the click.
        var enabled = await power.SwitchAsync(await person.ActorAsync(CancellationToken.None), new(key.Target, Enable: true), CancellationToken.None);
        if (enabled.Succeeded)
        {
            switchToasts.Show(key.Target, key.Name, enabled: true, enabled.Value);
        }
        else
        {
            toasts.Failure(enabled.Failures[0].Message);
        }
    }

    private async Task DeleteAsync(ActionableKey key)
    {
        if (!await dialogs.ConfirmDeletionAsync(key.Name))
        {
            return;
        }

        var deleted = await deleter.DeleteAsync(await person.ActorAsync(CancellationToken.None), key.Target, CancellationToken.None);
        if (!deleted.Succeeded)
        {
            toasts.Failure(deleted.Failures[0].Message);
            return;
        }

        notifier.Announce();
        toasts.Success(texts["Key.Delete.Done", key.Name]);
        if (navigation.Uri.Contains(key.Target.KeyId.ToString(), StringComparison.Ordinal))
        {
            // Its page is gone with it.
            navigation.NavigateTo(place.AddressOf(organizations.Selected!.Slug));
        }
    }
}
