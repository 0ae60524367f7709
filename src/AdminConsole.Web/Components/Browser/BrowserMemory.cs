namespace AdminConsole.Web.Components.Browser;

/// <summary>Remembers choices of view in the browser, for whoever uses it next as well: never anything secret.</summary>
public sealed class BrowserMemory(ScriptModules scripts)
{
    private const string Module = "js/memory.js";

    public ValueTask<string?> ReadAsync(string name) => scripts.CallAsync<string?>(Module, "read", name);

    public ValueTask WriteAsync(string name, string value) => scripts.CallAsync(Module, "write", name, value);
}
