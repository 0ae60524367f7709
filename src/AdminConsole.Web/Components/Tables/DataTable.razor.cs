using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

public enum TableDensity { Comfortable, Compact }

public sealed record TableSort(string By, bool Descending);

/// <summary>
/// A native table over rows that were already sorted and paged elsewhere: it shows and asks, and never reorders what it is given.
/// </summary>
public sealed partial class DataTable<TItem>
{
    private readonly List<DataColumn<TItem>> _columns = [];

    [Parameter, EditorRequired] public required IReadOnlyList<TItem> Items { get; set; }

    /// <summary>Names the table: "API keys".</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    /// <summary>The id of a row.</summary>
    [Parameter, EditorRequired] public required Func<TItem, string> RowKey { get; set; }

    /// <summary>What a row is called in "Select …"; its id when not given.</summary>
    [Parameter] public Func<TItem, string>? RowLabel { get; set; }

    [Parameter, EditorRequired] public required RenderFragment Columns { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort> SortChanged { get; set; }

    [Parameter] public bool Selectable { get; set; }

    /// <summary>The ids of the selected rows; ids of other pages stay in it.</summary>
    [Parameter] public IReadOnlySet<string> Selected { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    [Parameter] public EventCallback<IReadOnlySet<string>> SelectedChanged { get; set; }

    /// <summary>Ids of columns not to show: what a <see cref="ColumnChooser"/> edits.</summary>
    [Parameter] public IReadOnlySet<string> HiddenColumns { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    [Parameter] public TableDensity Density { get; set; }

    /// <summary>New rows are on their way: the old ones are shown dimmed.</summary>
    [Parameter] public bool Loading { get; set; }

    private IEnumerable<DataColumn<TItem>> Shown => _columns.Where(column => !HiddenColumns.Contains(column.Id));

    private bool AllSelected => Items.Count > 0 && Items.All(item => Selected.Contains(RowKey(item)));

    internal void Add(DataColumn<TItem> column) => _columns.Add(column);

    internal void Remove(DataColumn<TItem> column) => _columns.Remove(column);

    private string RowName(TItem item) => RowLabel?.Invoke(item) ?? RowKey(item);

    private string? RowClass(TItem item) => Selectable && Selected.Contains(RowKey(item)) ? "ac-table-selected" : null;

    private bool IsSorted(DataColumn<TItem> column) => column.Sort is not null && string.Equals(column.Sort, Sort?.By, StringComparison.Ordinal);

    private string? DirectionOf(DataColumn<TItem> column) => IsSorted(column) ? Sort!.Descending ? "descending" : "ascending" : null;

    private string SortIcon(DataColumn<TItem> column) => IsSorted(column) ? Sort!.Descending ? "arrow_downward" : "arrow_upward" : "unfold_more";

    private Task SortByAsync(string by) =>
        SortChanged.InvokeAsync(new TableSort(by, Descending: string.Equals(by, Sort?.By, StringComparison.Ordinal) && !Sort!.Descending));

    private Task SelectAllAsync(ChangeEventArgs change)
    {
        var selected = Selected.ToHashSet(StringComparer.Ordinal);
        if (change.Value is true)
        {
            selected.UnionWith(Items.Select(RowKey));
        }
        else
        {
            selected.ExceptWith(Items.Select(RowKey));
        }

        return SelectedChanged.InvokeAsync(selected);
    }

    private Task SelectAsync(TItem item, ChangeEventArgs change)
    {
        var selected = Selected.ToHashSet(StringComparer.Ordinal);
        _ = change.Value is true ? selected.Add(RowKey(item)) : selected.Remove(RowKey(item));
        return SelectedChanged.InvokeAsync(selected);
    }
}
