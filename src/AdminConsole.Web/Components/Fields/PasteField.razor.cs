using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using AdminConsole.Web.Components.Browser;

namespace AdminConsole.Web.Components.Fields;

/// <summary>
/// Takes text that may hold secrets. It stays in the browser until it is asked for, and is in the field no more from then on:
/// no parameter, no markup and no later rendering ever holds it.
/// </summary>
public sealed partial class PasteField(ScriptModules scripts)
{
    private const int MaxBytesPerCharacter = 3;

    private readonly FieldWiring _wiring = new();
    private ElementReference _area;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Characters.</summary>
    [Parameter, EditorRequired] public required int MaxLength { get; set; }

    [Parameter] public int Rows { get; set; } = 6;

    [Parameter] public string? Help { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    /// <summary>Empties the field and gives what was in it; null when that was longer than <see cref="MaxLength"/>.</summary>
    public async Task<string?> TakeAsync(CancellationToken cancellation)
    {
        await using var bytes = await scripts.CallAsync<IJSStreamReference>("js/paste.js", "take", _area);
        if (bytes.Length == 0)
        {
            return "";
        }

        if (bytes.Length > (long)MaxLength * MaxBytesPerCharacter)
        {
            return null;
        }

        await using var stream = await bytes.OpenReadStreamAsync(bytes.Length, cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        return text.Length > MaxLength ? null : text;
    }

    public ValueTask FocusAsync() => _area.FocusAsync();
}
