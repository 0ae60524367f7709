using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>A short message that passes by.</summary>
public sealed record Toast(Guid Id, string Text, Severity Severity);
