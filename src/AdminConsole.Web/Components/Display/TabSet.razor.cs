using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components.Display;

/// <param name="Faults">How many faults the person has to see to in there.</param>
public sealed record TabItem<TTab>(TTab Value, string Text, int Faults = 0);

/// <summary>
/// Panels of which one is shown. The arrow keys, Home and End choose, as the ARIA pattern for tabs has it. The library's tabs know
/// neither Home nor End, choose only at Enter or Space, and measure themselves over the circuit.
/// </summary>
public sealed partial class TabSet<TTab>
{
    private readonly string _stem = $"t{Guid.NewGuid():N}";
    private ElementReference[] _buttons = [];

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TabItem<TTab>> Tabs { get; set; }

    [Parameter, EditorRequired] public required TTab Current { get; set; }

    [Parameter] public EventCallback<TTab> CurrentChanged { get; set; }

    [Parameter, EditorRequired] public required RenderFragment<TTab> ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        if (_buttons.Length != Tabs.Count)
        {
            _buttons = new ElementReference[Tabs.Count];
        }
    }

    private async Task MoveAsync(KeyboardEventArgs key)
    {
        var current = Tabs.Index().First(tab => IsCurrent(tab.Item)).Index;
        var wanted = key.Key switch
        {
            "ArrowRight" or "ArrowDown" => (current + 1) % Tabs.Count,
            "ArrowLeft" or "ArrowUp" => (current + Tabs.Count - 1) % Tabs.Count,
            "Home" => 0,
            "End" => Tabs.Count - 1,
            _ => current,
        };
        if (wanted != current)
        {
            await CurrentChanged.InvokeAsync(Tabs[wanted].Value);
            await _buttons[wanted].FocusAsync();
        }
    }

    private bool IsCurrent(TabItem<TTab> tab) => EqualityComparer<TTab>.Default.Equals(tab.Value, Current);

    private string TabId(int index) => $"{_stem}-tab-{index}";

    private string PanelId(int index) => $"{_stem}-panel-{index}";
}
