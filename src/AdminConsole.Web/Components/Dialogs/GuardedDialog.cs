using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

internal sealed class GuardedDialog(Guid id, IDialogService dialogs) : DialogReference(id, dialogs)
{
    public DialogHandle? Handle { get; set; }

    public override bool Dismiss(DialogResult? result)
    {
        if (Handle is null or { IsFree: true } || result is { Canceled: false })
        {
            return base.Dismiss(result);
        }

        _ = AskAsync(Handle, result);
        return false;
    }

    // Agreement frees the handle, so that closing again asks nobody.
    private async Task AskAsync(DialogHandle handle, DialogResult? result)
    {
        if (await handle.MayCloseAsync())
        {
            Close(result);
        }
    }
}
