using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

public sealed record DialogSettings(MaxWidth Size = MaxWidth.Small, bool CloseOnOutsideClick = true, bool ShowClose = true);

/// <summary>
/// Opens components as modal dialogs. Escape, a click outside, the X, the browser's back button and links all ask the dialog first
/// (<see cref="DialogHandle.CanClose"/>); only <see cref="DialogHandle.Close"/> does not.
/// </summary>
public sealed class ConsoleDialogs(IDialogService dialogs, ILogger<DialogHandle> logger)
{
    /// <summary>Something is being done that leaving the page would break off.</summary>
    public bool AreOpen => ((GuardedDialogs)dialogs).AreOpen;

    public async Task<object?> OpenAsync<TDialog>(
        string title, IReadOnlyDictionary<string, object?>? parameters = null, DialogSettings? settings = null)
        where TDialog : IComponent
    {
        settings ??= new DialogSettings();
        var options = new DialogOptions
        {
            MaxWidth = settings.Size,
            FullWidth = true,
            CloseOnEscapeKey = true,
            BackdropClick = settings.CloseOnOutsideClick,
            CloseButton = settings.ShowClose,
        };
        var dialog = await dialogs.ShowAsync<DialogFrame>(title, new DialogParameters<DialogFrame>
        {
            { frame => frame.Handle, new DialogHandle(title, logger) },
            { frame => frame.Content, typeof(TDialog) },
            { frame => frame.ContentParameters, parameters },
        }, options);
        return (await dialog.Result)?.Data;
    }

    /// <summary>The result, or the type's default when the dialog was closed without one.</summary>
    public async Task<TResult?> OpenAsync<TDialog, TResult>(
        string title, IReadOnlyDictionary<string, object?>? parameters = null, DialogSettings? settings = null)
        where TDialog : IComponent =>
        await OpenAsync<TDialog>(title, parameters, settings) is TResult result ? result : default;

    /// <summary>True only when the person chose <paramref name="confirmText"/>.</summary>
    public async Task<bool> ConfirmAsync(string title, string text, string confirmText, bool danger = false) =>
        await OpenAsync<ConfirmDialog, bool>(title, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ConfirmDialog.Text)] = text,
            [nameof(ConfirmDialog.ConfirmText)] = confirmText,
            [nameof(ConfirmDialog.Danger)] = danger,
        }, new DialogSettings(MaxWidth.ExtraSmall));
}
