using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>How to see at once that the new key works: as a command, and as code.</summary>
public sealed partial class TrialSnippets(NavigationManager navigation)
{
    private bool _net;
    private bool _isCopied;
    private bool? _seen;

    [Parameter, EditorRequired] public required RevealedKey Key { get; set; }

    /// <summary>Stands where the secret belongs.</summary>
    [Parameter, EditorRequired] public required string Mask { get; set; }

    /// <summary>Whether the last copy reached the clipboard; null before the first.</summary>
    [Parameter] public bool? Copied { get; set; }

    private TrialSnippet Snippets => TrialSnippet.Of(Key, new(navigation.BaseUri), Mask);

    protected override void OnParametersSet()
    {
        if (Copied != _seen)
        {
            _seen = Copied;
            _isCopied = Copied == true;
        }
    }

    // The other one has not been copied.
    private void Show(bool net) => (_net, _isCopied) = (net, false);
}
