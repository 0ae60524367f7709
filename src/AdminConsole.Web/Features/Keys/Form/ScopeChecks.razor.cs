using AdminConsole.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>Known scopes to tick, parted by what they are about: <c>vm:read</c> and <c>vm:write</c> stand under <c>vm</c>.</summary>
public sealed partial class ScopeChecks
{
    private const int FilterFrom = 8;
    private const char Separator = ':';

    private readonly FieldWiring _wiring = new();
    private string? _filter;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<CheckOption> Options { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Values { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> ValuesChanged { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    private IEnumerable<IGrouping<string, CheckOption>> Groups => Options
        .Where(option => string.IsNullOrWhiteSpace(_filter)
            || $"{option.Text} {option.Help}".Contains(_filter.Trim(), StringComparison.CurrentCultureIgnoreCase))
        .GroupBy(option => option.Value.Split(Separator)[0], StringComparer.Ordinal);

    private IReadOnlyList<string> All => [.. Options.Select(option => option.Value)];

    private IReadOnlyList<string> Readable => [.. All.Where(scope => scope.EndsWith($"{Separator}read", StringComparison.Ordinal))];

    private bool IsChosen(IReadOnlyList<string> preset) => preset.Count > 0 && Values.ToHashSet(StringComparer.Ordinal).SetEquals(preset);

    private Task ChooseAsync(IReadOnlyList<string> scopes) => ValuesChanged.InvokeAsync(scopes);

    private Task TickAsync(string scope, bool ticked) => ChooseAsync(ticked
        ? [.. Values.Append(scope).Distinct(StringComparer.Ordinal)]
        : [.. Values.Where(kept => !string.Equals(kept, scope, StringComparison.Ordinal))]);
}
