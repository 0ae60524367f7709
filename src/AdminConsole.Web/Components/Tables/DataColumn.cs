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

    /// <summary>ac-table-number, ac-table-wide or ac-table-actions (kit.css).</summary>
    [Parameter] public string? Class { get; set; }

    protected override void OnInitialized() => Table.Add(this);

    public void Dispose() => Table.Remove(this);
}
