using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>Stands between the library's dialog and ours: every way to close it, and to leave the page, asks the handle first.</summary>
public sealed partial class DialogFrame(IDialogService dialogs) : IDisposable
{
    private Dictionary<string, object>? _parameters;
    private ErrorBoundary? _boundary;

    [Parameter, EditorRequired] public required DialogHandle Handle { get; set; }

    [Parameter, EditorRequired] public required Type Content { get; set; }

    [Parameter] public IReadOnlyDictionary<string, object?>? ContentParameters { get; set; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    private GuardedDialogs Guarded => (GuardedDialogs)dialogs;

    protected override void OnInitialized()
    {
        _parameters = ContentParameters?.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        Handle.Changed = StateHasChanged;
        Handle.Attach(Dialog);
        Guarded.Guard(Dialog.Id, Handle);
    }

    public void Dispose()
    {
        Handle.Changed = null;
        Guarded.Forget(Dialog.Id);
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (!await Handle.MayCloseAsync())
        {
            leaving.PreventNavigation();
        }
    }
}
