using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed record SelectOption<TValue>(TValue Value, string Text, bool Disabled = false);

/// <summary>One of a few values. The values' texts under the invariant culture must differ: they are what the browser sends.</summary>
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

    private Task ChangeAsync(ChangeEventArgs change)
    {
        // Only a value that was offered is taken: the client can send any text.
        var chosen = Options.FirstOrDefault(option => string.Equals(TextOf(option.Value), change.Value as string, StringComparison.Ordinal));
        return ValueChanged.InvokeAsync(chosen is null ? default : chosen.Value);
    }

    private static string TextOf(TValue? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
