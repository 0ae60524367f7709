using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdminConsole.Web.Components.Display;

public enum NoticeKind { Info, Success, Warning, Danger }

public sealed partial class Notice
{
    [Parameter] public NoticeKind Kind { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public RenderFragment? Actions { get; set; }

    private string Tone => Kind.ToString().ToLowerInvariant();

    private Severity Severity => Kind switch
    {
        NoticeKind.Success => Severity.Success,
        NoticeKind.Warning => Severity.Warning,
        NoticeKind.Danger => Severity.Error,
        _ => Severity.Info,
    };

    private string IconName => Kind switch
    {
        NoticeKind.Success => "check_circle",
        NoticeKind.Warning => "warning",
        NoticeKind.Danger => "error",
        _ => "info",
    };
}
