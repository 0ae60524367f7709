using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed partial class NumberField
{
    private readonly FieldWiring _wiring = new();

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public long? Value { get; set; }

    [Parameter] public EventCallback<long?> ValueChanged { get; set; }

    [Parameter] public long? Min { get; set; }

    [Parameter] public long? Max { get; set; }

    [Parameter] public long Step { get; set; } = 1;

    /// <summary>Shown after the number: "per hour".</summary>
    [Parameter] public string? Unit { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }
}
