using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed partial class NumberField
{
    private readonly FieldWiring _wiring = new();
    private string? _text;
    private long? _shown;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public long? Value { get; set; }

    [Parameter] public EventCallback<long?> ValueChanged { get; set; }

    [Parameter] public long Min { get; set; }

    [Parameter] public long? Max { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected override void OnParametersSet()
    {
        // What the person typed stays as typed; only a value set from outside is read back into the input.
        if (Value != _shown)
        {
            _shown = Value;
            _text = Value?.ToString(CultureInfo.InvariantCulture);
        }
    }

    private Task TypeAsync(string? text)
    {
        _text = text;
        _shown = Read(text);
        return ValueChanged.InvokeAsync(_shown);
    }

    // What is no whole number must not pass for none, which would lift a limit: it becomes one that is out of range.
    private long? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Min - 1;
    }
}
