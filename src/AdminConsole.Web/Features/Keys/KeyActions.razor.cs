using AdminConsole.Web.Components.Display;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys;

/// <summary>Everything that can be done to one key, as buttons.</summary>
public sealed partial class KeyActions(KeyActionRunner runner)
{
    private KeyAction? _running;

    [Parameter, EditorRequired] public required ActionableKey Key { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Icons alone, for a row of a table; each names its key to screen readers.</summary>
    [Parameter] public bool Compact { get; set; }

    private ActionKind KindOf(KeyAction action) =>
        Compact ? ActionKind.Quiet : action is KeyAction.Revoke ? ActionKind.Danger : ActionKind.Secondary;

    private async Task RunAsync(KeyAction action)
    {
        _running = action;
        var changed = await runner.RunAsync(action, Key);
        _running = null;
        if (changed)
        {
            await OnChanged.InvokeAsync();
        }
    }
}
