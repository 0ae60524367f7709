using Microsoft.AspNetCore.Components;
using Radzen;

namespace AdminConsole.Web.Components.Dialogs;

public enum DialogSize { Small, Medium, Large }

public sealed record DialogSettings(DialogSize Size = DialogSize.Medium, bool CloseOnOutsideClick = true, bool ShowClose = true);

/// <summary>
/// Opens components as modal dialogs. Escape, a click outside, the X, the browser's back button and links all ask the dialog first
/// (<see cref="DialogHandle.CanClose"/>); only <see cref="DialogHandle.Close"/> does not.
/// </summary>
public sealed class ConsoleDialogs(DialogService dialogs)
{
    public async Task<object?> OpenAsync<TDialog>(
        string title, IReadOnlyDictionary<string, object?>? parameters = null, DialogSettings? settings = null)
        where TDialog : IComponent
    {
        settings ??= new DialogSettings();
        var handle = new DialogHandle(dialogs);
        var options = new DialogOptions
        {
            // Width and the sheet on narrow screens come from css/dialog.css; focus and Escape from js/dialog.js.
            Width = "auto",
            CssClass = $"ac-dialog ac-dialog-{settings.Size.ToString().ToLowerInvariant()}",
            AutoFocusFirstElement = false,
            CloseDialogOnEsc = false,
            CloseDialogOnOverlayClick = settings.CloseOnOutsideClick,
            ShowClose = settings.ShowClose,
            CanClose = handle.MayCloseAsync,
        };
        return await dialogs.OpenAsync<DialogFrame>(title, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DialogFrame.Handle)] = handle,
            [nameof(DialogFrame.Content)] = typeof(TDialog),
            [nameof(DialogFrame.ContentParameters)] = parameters,
        }, options);
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
        }, new DialogSettings(DialogSize.Small));
}
