using AdminConsole.Web.Components.Display;
using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>
/// Short messages that pass by: "Key revoked". They are announced politely and vanish, so whatever must be read, or acted on,
/// belongs into a <see cref="Notice"/> on the page.
/// </summary>
public sealed class ConsoleToasts(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource _leaving = new();

    /// <summary>The list of messages is another one.</summary>
    public event EventHandler? Changed;

    public IReadOnlyList<Toast> Current { get; private set; } = [];

    public void Success(string text) => Show(text, Severity.Success);

    public void Info(string text) => Show(text, Severity.Info);

    public void Failure(string text) => Show(text, Severity.Error);

    public void Remove(Toast toast) => Set([.. Current.Where(shown => shown != toast)]);

    public void Dispose() => _leaving.Cancel();

    private void Show(string text, Severity severity)
    {
        var toast = new Toast(Guid.NewGuid(), text, severity);
        Set([.. Current, toast]);
        _ = RemoveLaterAsync(toast);
    }

    private async Task RemoveLaterAsync(Toast toast)
    {
        await Task.Delay(Shown, clock, _leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Remove(toast);
    }

    private void Set(IReadOnlyList<Toast> toasts)
    {
        Current = toasts;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
