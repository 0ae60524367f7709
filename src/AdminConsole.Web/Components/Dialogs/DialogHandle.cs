using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>What a dialog's content is given, as a cascading parameter, to speak to its frame.</summary>
public sealed class DialogHandle(string title)
{
    private IMudDialogInstance? _dialog;
    private Task<bool>? _asking;
    private bool _hasUnsavedWork;

    internal Action? Changed { get; set; }

    public string Title { get; } = title;

    /// <summary>Asked before anything but <see cref="Close"/> closes the dialog or leaves the page; false keeps it open.</summary>
    public Func<Task<bool>>? CanClose { get; set; }

    /// <summary>Also lets the browser ask before the tab is closed or reloaded, where no code of ours can.</summary>
    public bool HasUnsavedWork
    {
        get => _hasUnsavedWork;
        set
        {
            if (_hasUnsavedWork != value)
            {
                _hasUnsavedWork = value;
                Changed?.Invoke();
            }
        }
    }

    /// <summary>Nobody needs to be asked: nothing would be lost, or the person has agreed.</summary>
    internal bool IsFree { get; private set; }

    public void Close(object? result = null)
    {
        IsFree = true;
        _dialog?.Close(DialogResult.Ok(result));
    }

    /// <summary>Closes without a result if <see cref="CanClose"/> agrees: what a Cancel button calls.</summary>
    public void TryClose() => _dialog?.Cancel();

    internal void Attach(IMudDialogInstance dialog) => _dialog = dialog;

    internal async Task<bool> MayCloseAsync()
    {
        if (IsFree || CanClose is null)
        {
            return IsFree = true;
        }

        // Escape pressed twice asks once.
        if (_asking is { IsCompleted: false })
        {
            return false;
        }

        _asking = CanClose();
        return IsFree = await _asking;
    }
}
