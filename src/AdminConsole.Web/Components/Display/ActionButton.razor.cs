using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components.Display;

public enum ActionKind { Secondary, Primary, Danger, Quiet }

public sealed partial class ActionButton
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter] public ActionKind Kind { get; set; }

    [Parameter] public string? Icon { get; set; }

    /// <summary>Shows the icon alone; <see cref="Text"/> becomes its accessible name and tooltip.</summary>
    [Parameter] public bool IconOnly { get; set; }

    [Parameter] public bool Submit { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>The action is running: further clicks are dropped, and focus stays where it is.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string KindClass => Kind switch
    {
        ActionKind.Primary => "ac-button-primary",
        ActionKind.Danger => "ac-button-danger",
        ActionKind.Quiet => "ac-button-quiet",
        _ => "ac-button-secondary",
    };

    private Task OnClickAsync(MouseEventArgs click) => Busy || Disabled ? Task.CompletedTask : OnClick.InvokeAsync(click);
}
