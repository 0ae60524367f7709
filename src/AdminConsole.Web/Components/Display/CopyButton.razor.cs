using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Display;

public sealed partial class CopyButton(ScriptModules scripts) : IDisposable
{
    private const string Module = "js/clipboard.js";

    private DotNetObjectReference<CopyButton>? _self;
    private ElementReference _button;
    private string? _handed;
    private bool? _copied;

    /// <summary>What is copied. The browser keeps it in a variable, never in the page's markup.</summary>
    [Parameter, EditorRequired] public required string Value { get; set; }

    /// <summary>The button's words; "Copy" when not given.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>The accessible name when the words alone do not say what is copied: "Copy the id of ci-deploy".</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public bool IconOnly { get; set; }

    /// <summary>Whether the copy reached the clipboard. False: ask for a copy by hand.</summary>
    [Parameter] public EventCallback<bool> OnCopied { get; set; }

    private string Text => Label ?? T["Components.Copy.Label"];

    [JSInvokable]
    public async Task CopiedAsync(bool reached)
    {
        _copied = reached;
        StateHasChanged();
        await OnCopied.InvokeAsync(reached);
    }

    // The browser copies within the click itself: after a round trip to the server some no longer allow it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (string.Equals(_handed, Value, StringComparison.Ordinal))
        {
            return;
        }

        _handed = Value;
        _self ??= DotNetObjectReference.Create(this);
        await scripts.CallAsync(Module, "attach", _button, Value, _self);
    }

    public void Dispose() => _self?.Dispose();
}
