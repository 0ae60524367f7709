using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>
/// The library's dialog service with a veto, which the library lacks. Escape, a click outside, the X and Cancel all end in
/// <see cref="GuardedDialog.Dismiss"/>.
/// </summary>
internal sealed class GuardedDialogs(ILogger<DialogService> logger) : DialogService(logger)
{
    private readonly Dictionary<Guid, GuardedDialog> _open = [];

    public bool AreOpen => _open.Count > 0;

    public override IDialogReference CreateReference()
    {
        var dialog = new GuardedDialog(Guid.NewGuid(), this);
        _open[dialog.Id] = dialog;
        return dialog;
    }

    /// <summary>From now on the dialog closes without a result only when its handle agrees.</summary>
    public void Guard(Guid id, DialogHandle handle) => _open[id].Handle = handle;

    public void Forget(Guid id) => _open.Remove(id);
}
