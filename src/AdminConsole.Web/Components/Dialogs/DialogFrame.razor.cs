using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using AdminConsole.Web.Components.Browser;

namespace AdminConsole.Web.Components.Dialogs;

/// <summary>Stands between the library's dialog and ours: focus, Escape and leaving the page.</summary>
public sealed partial class DialogFrame(ScriptModules scripts) : IAsyncDisposable
{
    private const string Module = "js/dialog.js";

    private readonly string _id = Guid.NewGuid().ToString("N");
    private DotNetObjectReference<DialogFrame>? _self;
    private Dictionary<string, object>? _parameters;
    private ElementReference _frame;

    [Parameter, EditorRequired] public required DialogHandle Handle { get; set; }

    [Parameter, EditorRequired] public required Type Content { get; set; }

    [Parameter] public IReadOnlyDictionary<string, object?>? ContentParameters { get; set; }

    [JSInvokable]
    public Task EscapeAsync() => Handle.TryCloseAsync();

    protected override void OnInitialized()
    {
        _parameters = ContentParameters?.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        Handle.Changed = StateHasChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await scripts.CallAsync(Module, "open", _id, _frame, _self);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Handle.Changed = null;
        await scripts.CallOnLeavingAsync(Module, "close", _id);
        _self?.Dispose();
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (!await Handle.MayCloseAsync())
        {
            leaving.PreventNavigation();
        }
    }
}
