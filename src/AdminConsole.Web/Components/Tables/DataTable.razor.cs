using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

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

    [Parameter, EditorRequired] public required RenderFragment Columns { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort> SortChanged { get; set; }

    /// <summary>The ids of the columns to show, in their order; every column in the order in which it is written when not given.</summary>
    [Parameter] public IReadOnlyList<string>? Order { get; set; }

    [Parameter] public TableDensity Density { get; set; }

    /// <summary>New rows are on their way: the old ones are shown dimmed.</summary>
    [Parameter] public bool Loading { get; set; }

    /// <summary>The table may be wider than the page and scrolls by itself, also with the keyboard.</summary>
    [Parameter] public bool Scrolls { get; set; } = true;

    [Parameter] public string? Class { get; set; }

    private IEnumerable<DataColumn<TItem>> Shown => Order?.Select(id => _columns.Find(column => column.Id == id)).OfType<DataColumn<TItem>>() ?? _columns;

    internal void Add(DataColumn<TItem> column) => _columns.Add(column);

    internal void Remove(DataColumn<TItem> column) => _columns.Remove(column);

    private bool IsSorted(DataColumn<TItem> column) => column.Sort is not null && string.Equals(column.Sort, Sort?.By, StringComparison.Ordinal);

    private string? DirectionOf(DataColumn<TItem> column) => IsSorted(column) ? Sort!.Descending ? "descending" : "ascending" : null;

    private string SortIcon(DataColumn<TItem> column) => IsSorted(column) ? Sort!.Descending ? "arrow_downward" : "arrow_upward" : "unfold_more";

    private Task SortByAsync(string by) =>
        SortChanged.InvokeAsync(new TableSort(by, Descending: string.Equals(by, Sort?.By, StringComparison.Ordinal) && !Sort!.Descending));
}
