using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>What can be done to the key, at the top of its page: the commonest as a button, the others in a menu.</summary>
public sealed partial class KeyHeaderActions(KeyActionRunner runner)
{
    private MudMenu _menu = null!;

    [Parameter, EditorRequired] public required ActionableKey Key { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private IEnumerable<KeyAction> Others => Key.Allowed.Where(action => action is not KeyAction.Edit);

    // An item closes its menu only once its action is over, which would leave the menu open behind a dialog.
    private async Task ChooseAsync(KeyAction action)
    {
        await _menu.CloseMenuAsync();
        await RunAsync(action);
    }

    private async Task RunAsync(KeyAction action)
    {
        await runner.RunAsync(action, Key);
        await OnChanged.InvokeAsync();
    }
}
