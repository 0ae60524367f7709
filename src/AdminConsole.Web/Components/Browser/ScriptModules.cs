using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Browser;

/// <summary>Loads each of our script modules once per circuit.</summary>
public sealed class ScriptModules(IJSRuntime js) : IAsyncDisposable
{
    private readonly Dictionary<string, Task<IJSObjectReference>> _modules = [];

    public async ValueTask<T> CallAsync<T>(string module, string function, params object?[] arguments) =>
        await (await LoadAsync(module)).InvokeAsync<T>(function, arguments);

    public async ValueTask CallAsync(string module, string function, params object?[] arguments) =>
        await (await LoadAsync(module)).InvokeVoidAsync(function, arguments);

    /// <summary>The same when a component goes: the browser may have gone before it, with all that the call would undo.</summary>
    public async ValueTask CallOnLeavingAsync(string module, string function, params object?[] arguments)
    {
        try
        {
            await CallAsync(module, function, arguments);
        }
        catch (Exception fault) when (IsOfGoneBrowser(fault))
        {
            // No page, nothing to undo.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var module in _modules.Values.Where(module => module.IsCompletedSuccessfully))
        {
            try
            {
                await (await module).DisposeAsync();
            }
            catch (Exception fault) when (IsOfGoneBrowser(fault))
            {
                // The browser has gone, and its modules with it.
            }
        }
    }

    /// <summary>The connection is known to be over, or the answer did not come within the circuit's time for calls.</summary>
    private static bool IsOfGoneBrowser(Exception fault) => fault is JSDisconnectedException or OperationCanceledException;

    private Task<IJSObjectReference> LoadAsync(string module)
    {
        if (!_modules.TryGetValue(module, out var loading) || loading.IsFaulted || loading.IsCanceled)
        {
            _modules[module] = loading = js.InvokeAsync<IJSObjectReference>("import", $"./{module}").AsTask();
        }

        return loading;
    }
}
