using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

/// <summary>One column of a <see cref="DataTable{TItem}"/>.</summary>
/// <param name="Cell">The content of a row's cell.</param>
/// <param name="Sort">The sort field that the heading asks for; none means the heading is plain text.</param>
/// <param name="Class">Of each cell: short, because every row sends it.</param>
/// <param name="HeadClass">Of the heading alone: where the columns share a width, it decides this one's.</param>
/// <param name="IsRowHeader">Names the row to screen readers.</param>
public sealed record DataColumn<TItem>(
    string Id,
    string Title,
    Func<TItem, RenderFragment?> Cell,
    string? Sort = null,
    string? Class = null,
    string? HeadClass = null,
    bool IsRowHeader = false);
