using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed record SelectOption<TValue>(TValue Value, string Text);

/// <summary>One of a few values.</summary>
public sealed partial class SelectField<TValue>
{
    private readonly FieldWiring _wiring = new();

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<SelectOption<TValue>> Options { get; set; }

    [Parameter] public TValue? Value { get; set; }

    [Parameter] public EventCallback<TValue?> ValueChanged { get; set; }

    /// <summary>A first, empty choice: "Any status". Choosing it gives the type's default.</summary>
    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    // A value that is not offered, as one set before it was taken away, shows itself.
    private string? TextOf(TValue? value) =>
        Options.FirstOrDefault(option => EqualityComparer<TValue>.Default.Equals(option.Value, value))?.Text
            ?? (value is null ? Placeholder : value.ToString());
}
