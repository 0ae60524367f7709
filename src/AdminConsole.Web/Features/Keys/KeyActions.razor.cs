using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Display;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys;

/// <summary>Everything that can be done to one key: in a row of the list, and at the top of the key's own page.</summary>
public sealed partial class KeyActions(KeySwitch power, CurrentOperator person, KeyDialogs dialogs, ConsoleDialogs questions, ConsoleToasts toasts)
{
    private bool _busy;

    [Parameter, EditorRequired] public required ActionableKey Key { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Icons alone, for a row of a table; each names its key to screen readers.</summary>
    [Parameter] public bool Compact { get; set; }

    private ActionKind Kind => Compact ? ActionKind.Quiet : ActionKind.Secondary;

    private string NameOf(string action) => Compact ? T[$"Key.{action}.Of", Key.Name] : T[$"Key.{action}"];

    private async Task EditAsync() => await TellAsync(await dialogs.EditAsync(Key.Target));

    private async Task RevokeAsync() => await TellAsync(await dialogs.RevokeAsync(Key.Target, Key.Name, Key.LastUsedAt));

    private async Task DisableAsync()
    {
        if (await questions.ConfirmAsync(T["Key.Disable.Title", Key.Name], T["Key.Disable.Text"], T["Key.Disable"]))
        {
            await SwitchAsync(power.DisableAsync, T["Key.Disable.Done", Key.Name]);
        }
    }

    private Task EnableAsync() => SwitchAsync(power.EnableAsync, T["Key.Enable.Done", Key.Name]);

    private async Task SwitchAsync(Func<Actors.Actor, KeyTarget, CancellationToken, Task<Result<int>>> change, string done)
    {
        _busy = true;

        // Leaving the page must not undo the click.
        var changed = await change(await person.ActorAsync(CancellationToken.None), Key.Target, CancellationToken.None);
        _busy = false;
        if (changed.Succeeded)
        {
            toasts.Success(done);
        }
        else
        {
            toasts.Failure(changed.Failures[0].Message);
        }

        await OnChanged.InvokeAsync();
    }

    private Task TellAsync(bool changed) => changed ? OnChanged.InvokeAsync() : Task.CompletedTask;
}
