using Radzen;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>What a dialog's content is given, as a cascading parameter, to speak to its frame.</summary>
public sealed class DialogHandle(DialogService dialogs)
{
    private Task<bool>? _asking;
    private bool _closed;
    private bool _hasUnsavedWork;

    internal Action? Changed { get; set; }

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

    public void Close(object? result = null)
    {
        _closed = true;
        dialogs.Close(result);
    }

    /// <summary>Closes without a result if <see cref="CanClose"/> agrees: what a Cancel button calls.</summary>
    public Task TryCloseAsync() => dialogs.TryCloseAsync();

    internal async Task<bool> MayCloseAsync()
    {
        if (_closed || CanClose is null)
        {
            return true;
        }

        // Escape pressed twice asks once.
        if (_asking is { IsCompleted: false })
        {
            return false;
        }

        _asking = CanClose();
        return await _asking;
    }
}
