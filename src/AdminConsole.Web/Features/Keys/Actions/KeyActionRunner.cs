using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>
/// Does to a key what a menu or button asked for, with the dialog that belongs to it. Afterwards what the page shows of the key may be out of date,
/// also where nothing was done: then somebody else may have changed it meanwhile.
/// </summary>
public sealed class KeyActionRunner(
    SwitchKeyHandler power, CurrentOperator person, KeyDialogs dialogs, ConsoleToasts toasts, KeySwitchToasts switchToasts)
{
    public Task RunAsync(KeyAction action, ActionableKey key) => action switch
    {
        KeyAction.Edit => dialogs.EditAsync(key.Target),
        KeyAction.Disable => dialogs.DisableAsync(key.Target, key.Name),
        KeyAction.Enable => EnableAsync(key),
        _ => dialogs.RevokeAsync(key.Target, key.Name),
    };

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
}
