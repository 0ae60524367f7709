using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Resources;
using AdminConsole.Web.Security;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Actions;

/// <summary>Says that a key was disabled or enabled, and offers to undo that while nobody has changed the key since.</summary>
public sealed class KeySwitchToasts(
    SwitchKeyHandler power, CurrentOperator person, ConsoleToasts toasts, KeysChangedNotifier notifier, IStringLocalizer<Texts> texts)
{
    /// <param name="enabled">What was done: enabled, or disabled.</param>
    public void Show(KeyTarget target, string keyName, bool enabled, SwitchedKey switched)
    {
        // What another did is not this one's to undo.
        var undo = switched.Changed
            ? new ToastAction(texts["Key.Undo"], () => UndoAsync(new(target, Enable: !enabled, switched.Version), keyName))
            : null;
        toasts.Success(Done(keyName, enabled), undo);
    }

    private async Task UndoAsync(SwitchKey opposite, string keyName)
    {
        var undone = await power.SwitchAsync(await person.ActorAsync(CancellationToken.None), opposite, CancellationToken.None);
        if (undone.Succeeded)
        {
            toasts.Success(Done(keyName, opposite.Enable));
        }
        else
        {
            toasts.Failure(undone.Failures[0] is { Kind: FailureKind.Stale } ? texts["Key.Undo.Stale", keyName] : undone.Failures[0].Message);
        }

        notifier.Announce();
    }

    private string Done(string keyName, bool enabled) => texts[enabled ? "Key.Enable.Done" : "Key.Disable.Done", keyName];
}
