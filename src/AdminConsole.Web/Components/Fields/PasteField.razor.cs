using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

/// <summary>Takes text that may hold secrets, as <see cref="FieldReader"/> does.</summary>
public sealed partial class PasteField(FieldReader fields, ScriptModules scripts)
{
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
    public Task<string?> TakeAsync(CancellationToken cancellation) => fields.TakeAsync(_area, MaxLength, cancellation);

    /// <summary>Takes the focus, unless somebody types into another field: a page that is slow to open must not take it away.</summary>
    public ValueTask FocusAsync() => scripts.CallAsync("js/fields.js", "focus", _area);
}
