using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>What a dialog's content is given, as a cascading parameter, to speak to its frame.</summary>
public sealed partial class DialogHandle(string title, ILogger<DialogHandle> logger)
{
    private IMudDialogInstance? _dialog;
    private Task<bool>? _asking;
    private Func<Task>? _failed;
    private bool _hasUnsavedWork;
    private bool _survivesRestart;

    internal Action? Changed { get; set; }

    public string Title { get; } = title;

    internal string HeadingId { get; } = $"d{Guid.NewGuid():N}";

    /// <summary>Asked before anything but <see cref="Close"/> closes the dialog or leaves the page; false keeps it open.</summary>
    public Func<Task<bool>>? CanClose { get; set; }

    /// <summary>Also lets the browser ask before the tab is closed or reloaded, where no code of ours can.</summary>
    public bool HasUnsavedWork
    {
        get => _hasUnsavedWork;
        set => Set(ref _hasUnsavedWork, value);
    }

    /// <summary>The unsaved work is kept elsewhere too: a page whose server was restarted may load itself anew.</summary>
    public bool SurvivesRestart
    {
        get => _survivesRestart;
        set => Set(ref _survivesRestart, value);
    }

    /// <summary>Something is loaded or saved: further clicks are dropped.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What was to be loaded or saved last could not be; <see cref="RetryAsync"/> tries again.</summary>
    public bool HasFailed => _failed is not null;

    /// <summary>Nobody needs to be asked: nothing would be lost, or the person has agreed.</summary>
    internal bool IsFree { get; private set; }

    public void Close(object? result = null)
    {
        IsFree = true;
        _dialog?.Close(DialogResult.Ok(result));
    }

    /// <summary>Closes without a result if <see cref="CanClose"/> agrees: what a Cancel button calls.</summary>
    public void TryClose() => _dialog?.Cancel();

    /// <summary>
    /// Loads or saves. When that fails, by a database that does not answer for example, the dialog stays with what was typed and says
    /// so; an exception that left it would end the whole page.
    /// </summary>
    public async Task RunAsync(Func<Task> work)
    {
        if (IsBusy)
        {
            return;
        }

        (IsBusy, _failed) = (true, null);
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = work;
            LogFailed(exception, Title);
        }
        finally
        {
            IsBusy = false;
        }

        Changed?.Invoke();
    }

    internal Task RetryAsync() => _failed is { } work ? RunAsync(work) : Task.CompletedTask;

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

    private void Set(ref bool state, bool value)
    {
        if (state != value)
        {
            state = value;
            Changed?.Invoke();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The dialog \"{Title}\" could not do what was asked")]
    private partial void LogFailed(Exception exception, string title);
}
