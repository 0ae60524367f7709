using AdminConsole.Web.Components.Display;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>
/// Short messages that pass by: "Key revoked". They are announced politely and vanish, so whatever must be read belongs into a
/// <see cref="Notice"/> on the page, and what a message offers must also be offered elsewhere.
/// </summary>
public sealed partial class ConsoleToasts(TimeProvider clock, IStringLocalizer<Texts> texts, ILogger<ConsoleToasts> logger) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Offered = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _leaving = new();

    /// <summary>The list of messages is another one.</summary>
    public event EventHandler? Changed;

    public IReadOnlyList<Toast> Current { get; private set; } = [];

    public void Success(string text, ToastAction? action = null) => Show(text, Severity.Success, action);

    public void Info(string text) => Show(text, Severity.Info);

    public void Failure(string text) => Show(text, Severity.Error);

    public void Remove(Toast toast) => Set([.. Current.Where(shown => shown != toast)]);

    public void Dispose() => _leaving.Cancel();

    /// <summary>Does once what the message offers. A failure is said, since an exception would end the whole page.</summary>
    internal async Task RunAsync(Toast toast)
    {
        if (toast.Action is not { } action || !Current.Contains(toast))
        {
            return;
        }

        Remove(toast);
        try
        {
            await action.RunAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, action.Text);
            Failure(texts["Components.Toast.Failed"]);
        }
    }

    private void Show(string text, Severity severity, ToastAction? action = null)
    {
        var toast = new Toast(Guid.NewGuid(), text, severity, action);
        Set([.. Current, toast]);
        _ = RemoveLaterAsync(toast);
    }

    private async Task RemoveLaterAsync(Toast toast)
    {
        var shown = toast.Action is null ? Shown : Offered;
        await Task.Delay(shown, clock, _leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Remove(toast);
    }

    private void Set(IReadOnlyList<Toast> toasts)
    {
        Current = toasts;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(1, LogLevel.Error, "What a message offers, \"{Offer}\", could not be done")]
    private partial void LogFailed(Exception exception, string offer);
}
