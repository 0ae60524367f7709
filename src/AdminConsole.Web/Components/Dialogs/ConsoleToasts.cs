using Radzen;
using AdminConsole.Web.Components.Display;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>
/// Short messages that pass by: "Key revoked". They are announced politely and vanish, so whatever must be read, or acted on,
/// belongs into a <see cref="Notice"/> on the page.
/// </summary>
public sealed class ConsoleToasts(NotificationService notifications)
{
    public void Success(string text) => Show(NotificationSeverity.Success, text);

    public void Info(string text) => Show(NotificationSeverity.Info, text);

    public void Failure(string text) => Show(NotificationSeverity.Error, text);

    private void Show(NotificationSeverity severity, string text) =>
        notifications.Notify(new NotificationMessage { Severity = severity, Summary = text, Duration = 6000 });
}
