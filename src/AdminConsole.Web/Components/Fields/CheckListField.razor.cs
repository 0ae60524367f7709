using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

public sealed record CheckOption(string Value, string Text, string? Help = null);

/// <summary>Any number of known values, each with its tick. A value that is chosen but not offered is kept.</summary>
public sealed partial class CheckListField
{
    private const int FilterFrom = 12;

    private readonly FieldWiring _wiring = new();
    private HashSet<string> _chosenAtFirst = [];
    private string? _filter;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<CheckOption> Options { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Values { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> ValuesChanged { get; set; }

    /// <summary>What choosing none means.</summary>
    [Parameter] public string? EmptyNote { get; set; }

    /// <summary>For scopes and patterns, where each character counts.</summary>
    [Parameter] public bool Monospace { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    // What is chosen leads a list too long to be seen at once; a tick must not move it from under the pointer.
    private IEnumerable<CheckOption> Ordered => Options.Count > FilterFrom
        ? Options.OrderByDescending(option => _chosenAtFirst.Contains(option.Value))
        : Options;

    private IEnumerable<CheckOption> Shown => string.IsNullOrWhiteSpace(_filter)
        ? Ordered
        : Ordered.Where(option => option.Text.Contains(_filter.Trim(), StringComparison.CurrentCultureIgnoreCase));

    protected override void OnInitialized() => _chosenAtFirst = Values.ToHashSet(StringComparer.Ordinal);

    private Task TickAsync(string value, bool ticked) => ValuesChanged.InvokeAsync(ticked
        ? [.. Values.Append(value).Distinct(StringComparer.Ordinal)]
        : [.. Values.Where(kept => !string.Equals(kept, value, StringComparison.Ordinal))]);
}
