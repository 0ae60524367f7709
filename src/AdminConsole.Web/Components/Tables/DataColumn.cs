using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

/// <summary>One column of a <see cref="DataTable{TItem}"/>; its content is the cell of a row, as <c>context</c>.</summary>
public sealed class DataColumn<TItem> : ComponentBase, IDisposable
{
    [CascadingParameter] public required DataTable<TItem> Table { get; set; }

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required RenderFragment<TItem> ChildContent { get; set; }

    /// <summary>The sort field this column's heading asks for; none means the heading is plain text.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>The column that names the row to screen readers.</summary>
    [Parameter] public bool RowHeader { get; set; }

    /// <summary>Of each cell: short, because every row sends it.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Of the heading alone: where the columns share a width, it decides this one's.</summary>
    [Parameter] public string? HeadClass { get; set; }

    protected override void OnInitialized() => Table.Add(this);

    public void Dispose() => Table.Remove(this);
}
