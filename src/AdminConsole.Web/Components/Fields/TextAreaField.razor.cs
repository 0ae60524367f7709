using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed partial class TextAreaField
{
    private readonly FieldWiring _wiring = new();

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public string? Value { get; set; }

    /// <summary>Raised with every keystroke.</summary>
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Parameter] public int Rows { get; set; } = 3;

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Monospace { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }
}
