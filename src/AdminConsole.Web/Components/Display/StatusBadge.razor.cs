using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Display;

public enum StatusKind { Neutral, Info, Success, Warning, Danger }

public sealed partial class StatusBadge
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter] public StatusKind Kind { get; set; }

    /// <summary>Replaces the icon that the kind brings along.</summary>
    [Parameter] public string? Icon { get; set; }

    // Each kind has a shape of its own: colour alone says nothing to a tenth of the viewers.
    private static string IconOf(StatusKind kind) => kind switch
    {
        StatusKind.Success => "check_circle",
        StatusKind.Info => "schedule",
        StatusKind.Warning => "warning",
        StatusKind.Danger => "block",
        _ => "pause_circle",
    };
}
