using Microsoft.JSInterop;

namespace AdminConsole.Tests.Fixtures;

/// <summary>What a browser keeps for one tab, in memory.</summary>
public sealed class SessionStorage : IJSRuntime
{
    public Dictionary<string, string> Items { get; } = [];

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        var name = (string)args![0]!;
        var kept = Items.GetValueOrDefault(name);
        switch (identifier)
        {
            case "sessionStorage.setItem":
                Items[name] = (string)args[1]!;
                break;
            case "sessionStorage.removeItem":
                Items.Remove(name);
                break;
        }

        return ValueTask.FromResult(identifier == "sessionStorage.getItem" ? (TValue)(object?)kept! : default!);
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);
}
