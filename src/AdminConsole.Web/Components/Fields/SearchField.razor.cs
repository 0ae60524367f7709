using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components.Fields;

/// <summary>Asks for a search once the typing pauses, or at once on Enter.</summary>
public sealed partial class SearchField(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource _waiting = new();
    private string? _draft;
    private string? _value;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public string? Value { get; set; }

    /// <summary>Raised with null when the field was emptied.</summary>
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Parameter] public int MaxLength { get; set; } = TextField.NoLimit;

    public void Dispose() => _waiting.Cancel();

    // An answer to an earlier keystroke must not overwrite the later ones.
    protected override void OnParametersSet()
    {
        if (!string.Equals(_value, Value, StringComparison.Ordinal))
        {
            _waiting.Cancel();
            _draft = _value = Value;
        }
    }

    private async Task TypeAsync(string? text)
    {
        _draft = text;
        await _waiting.CancelAsync();
        _waiting = new();
        await Task.Delay(Pause, clock, _waiting.Token);
        await SearchAsync();
    }

    private async Task SubmitAsync(KeyboardEventArgs key)
    {
        if (key.Key is "Enter")
        {
            await _waiting.CancelAsync();
            await SearchAsync();
        }
    }

    private Task SearchAsync()
    {
        var asked = string.IsNullOrWhiteSpace(_draft) ? null : _draft.Trim();
        if (string.Equals(asked, _value, StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        _value = asked;
        return ValueChanged.InvokeAsync(asked);
    }
}
