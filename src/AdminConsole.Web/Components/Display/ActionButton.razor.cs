using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AdminConsole.Web.Components.Display;

public enum ActionKind { Secondary, Primary, Danger, Quiet }

/// <summary>A button of the library with what it lacks: the state of running, and one look for each kind of action.</summary>
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

    private (Variant Variant, Color Color) Look => Kind switch
    {
        ActionKind.Primary => (Variant.Filled, Color.Primary),
        ActionKind.Danger => (Variant.Filled, Color.Error),
        ActionKind.Quiet => (Variant.Text, Color.Inherit),
        _ => (Variant.Outlined, Color.Default),
    };

    private string? StartIcon => Busy ? Symbol.Of("autorenew") : Icon is null ? null : Symbol.Of(Icon);

    private Task OnClickAsync(MouseEventArgs click) => Busy || Disabled ? Task.CompletedTask : OnClick.InvokeAsync(click);
}
