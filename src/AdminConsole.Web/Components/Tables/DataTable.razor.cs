using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

public sealed record TableSort(string By, bool Descending);

/// <summary>
/// A native table over rows that were already sorted and paged elsewhere: it shows and asks, and never reorders what it is given.
/// </summary>
public sealed partial class DataTable<TItem>
{
    [Parameter, EditorRequired] public required IReadOnlyList<TItem> Items { get; set; }

    /// <summary>Names the table: "API keys".</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    /// <summary>The id of a row.</summary>
    [Parameter, EditorRequired] public required Func<TItem, string> RowKey { get; set; }

    /// <summary>Those to show, in their order.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<DataColumn<TItem>> Columns { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort> SortChanged { get; set; }

    [Parameter] public TableDensity Density { get; set; }

    /// <summary>New rows are on their way: the old ones are shown dimmed.</summary>
    [Parameter] public bool Loading { get; set; }

    /// <summary>The table may be wider than the page and scrolls by itself, also with the keyboard.</summary>
    [Parameter] public bool Scrolls { get; set; } = true;

    [Parameter] public string? Class { get; set; }

    private bool IsSorted(DataColumn<TItem> column) => column.Sort is not null && string.Equals(column.Sort, Sort?.By, StringComparison.Ordinal);

    private string? DirectionOf(DataColumn<TItem> column) => IsSorted(column) ? Sort!.Descending ? "descending" : "ascending" : null;

    private Task SortByAsync(string by) =>
        SortChanged.InvokeAsync(new TableSort(by, Descending: string.Equals(by, Sort?.By, StringComparison.Ordinal) && !Sort!.Descending));
}
