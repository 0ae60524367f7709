using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Resources;
using AdminConsole.Web.Security;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys;

/// <summary>Does to a key what a menu or button asked for, with the dialog that belongs to it. True: what the page shows of the key is out of date.</summary>
public sealed class KeyActionRunner(
    KeySwitch power, CurrentOperator person, KeyDialogs dialogs, ConsoleDialogs questions, ConsoleToasts toasts, IStringLocalizer<Texts> texts)
{
    public Task<bool> RunAsync(KeyAction action, ActionableKey key) => action switch
    {
        KeyAction.Edit => dialogs.EditAsync(key.Target),
        KeyAction.Disable => DisableAsync(key),
        KeyAction.Enable => SwitchAsync(power.EnableAsync, key, texts["Key.Enable.Done", key.Name]),
        _ => dialogs.RevokeAsync(key.Target, key.Name, key.LastUsedAt),
    };

    private async Task<bool> DisableAsync(ActionableKey key) =>
        await questions.ConfirmAsync(texts["Key.Disable.Title", key.Name], texts["Key.Disable.Text"], texts["Key.Disable"])
        && await SwitchAsync(power.DisableAsync, key, texts["Key.Disable.Done", key.Name]);

    private async Task<bool> SwitchAsync(Func<Actor, KeyTarget, CancellationToken, Task<Result<int>>> change, ActionableKey key, string done)
    {
        // Leaving the page must not undo the click.
        var changed = await change(await person.ActorAsync(CancellationToken.None), key.Target, CancellationToken.None);
        if (changed.Succeeded)
        {
            toasts.Success(done);
        }
        else
        {
            toasts.Failure(changed.Failures[0].Message);
        }

        // Refused: somebody else has changed the key meanwhile.
        return true;
    }
}
