using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdminConsole.Web.Components.Fields;

public sealed partial class TextField
{
    /// <summary>The browser's own limit for a text: the library takes no "none".</summary>
    internal const int NoLimit = 524_288;

    private readonly FieldWiring _wiring = new();

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public string? Value { get; set; }

    /// <summary>Raised with every keystroke.</summary>
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Parameter] public InputType Type { get; set; } = InputType.Text;

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>In characters. Browsers count places, of which a character takes two at the most: the rest is refused where it is saved.</summary>
    [Parameter] public int MaxLength { get; set; } = NoLimit;

    internal static int PlacesOf(int maxLength) => maxLength >= NoLimit ? NoLimit : 2 * maxLength;

    [Parameter] public string Autocomplete { get; set; } = "off";

    /// <summary>For secrets, addresses and patterns, where each character counts.</summary>
    [Parameter] public bool Monospace { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public bool Autofocus { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }
}
