using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Components.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>
/// Shows a new secret, the only time there is. The secret goes to a script variable by one interop call and is then forgotten
/// here: what a component renders stays in its render tree, is sent again after a reconnect, and could be read from the page's
/// markup by any extension. So markup only ever holds the mask; showing, copying and saving happen in the browser (js/secret.js).
/// </summary>
public sealed partial class RevealDialog(ScriptModules scripts, ConsoleDialogs dialogs) : IAsyncDisposable
{
    private const string Module = "js/secret.js";
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    private readonly FieldWiring _wiring = new();
    private DotNetObjectReference<RevealDialog>? _self;
    private ElementReference _root;
    private string? _variable = EnvFile.DefaultVariable;
    private bool _held;
    private bool _shown;
    private bool _saved;
    private bool _forgotten;
    private bool? _copied;
    private bool? _snippetCopied;

    [Parameter, EditorRequired] public required RevealedKey Key { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    private string Mask => $"••••••••••••{Key.Secret.Hint}";

    /// <summary>Closing loses nothing: it is on the clipboard, in a file, or gone.</summary>
    private bool IsKept => _copied == true || _saved || _forgotten;

    /// <summary>Whether the copy reached the clipboard; if not, the secret is shown and selected for copying by hand.</summary>
    [JSInvokable]
    public void Copied(bool reached)
    {
        _copied = reached;
        _shown |= !reached;
        Note();
    }

    /// <summary>Whether the command or code that verifies the key reached the clipboard, with the secret in it.</summary>
    [JSInvokable]
    public void SnippetCopied(bool reached)
    {
        _snippetCopied = reached;
        StateHasChanged();
    }

    /// <summary>Nobody has touched the dialog for too long.</summary>
    [JSInvokable]
    public void Forgotten()
    {
        _forgotten = true;
        Note();
    }

    protected override void OnInitialized()
    {
        Dialog.CanClose = async () => IsKept
            || await dialogs.OpenAsync<LoseSecretDialog, bool>(T["Reveal.Lose.Title"], settings: new(MudBlazor.MaxWidth.ExtraSmall));
        Dialog.HasUnsavedWork = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Key.Secret.Take() is { } secret)
        {
            _self = DotNetObjectReference.Create(this);
            await scripts.CallAsync(Module, "hold", _root, secret.Reveal(), IdleLimit.TotalMilliseconds, _self);
            _held = true;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scripts.CallOnLeavingAsync(Module, "forget");
        _self?.Dispose();
    }

    private async Task ShowAsync(bool shown)
    {
        _shown = shown;
        await scripts.CallAsync(Module, "show", shown);
    }

    private async Task DownloadAsync()
    {
        await scripts.CallAsync(Module, "download", EnvFile.FileName(Key.Name), EnvFile.Variable(_variable));
        _saved = true;
        Note();
    }

    private void Note()
    {
        Dialog.HasUnsavedWork = !IsKept;
        StateHasChanged();
    }
}
