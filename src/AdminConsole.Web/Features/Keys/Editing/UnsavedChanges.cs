using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Form;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>Asks before a dialog closes over a form in which something was changed, whatever closes it.</summary>
public sealed class UnsavedChanges(ConsoleDialogs dialogs, IStringLocalizer<Texts> texts)
{
    /// <param name="form">The dialog's form at the time of asking.</param>
    public void Guard(DialogHandle dialog, Func<KeyForm?> form) => dialog.CanClose = async () =>
        form() is not { IsDirty: true, ReadOnly: false }
        || await dialogs.ConfirmAsync(
            texts["KeyDialog.Unsaved.Title"], texts["KeyDialog.Unsaved.Text"], texts["KeyDialog.Unsaved.Discard"], danger: true);
}
