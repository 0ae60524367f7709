using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>A short message that passes by.</summary>
public sealed record Toast(Guid Id, string Text, Severity Severity, ToastAction? Action);

/// <summary>What a message offers while it is shown. Its button's text must say what is done, not to what: the message says that.</summary>
public sealed record ToastAction(string Text, Func<Task> RunAsync);
