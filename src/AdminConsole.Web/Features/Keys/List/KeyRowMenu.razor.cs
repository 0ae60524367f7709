using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

public sealed partial class KeyRowMenu(KeyActionRunner runner)
{
    private const string Id = "key-menu";

    /// <summary>The key of the row that it was opened at.</summary>
    [Parameter, EditorRequired] public required ActionableKey? Key { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private async Task RunAsync(KeyAction action)
    {
        if (Key is not null)
        {
            await runner.RunAsync(action, Key);
            await OnChanged.InvokeAsync();
        }
    }
}
