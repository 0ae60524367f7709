using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Tables;

/// <summary>Steps through a list by cursor: there is a next page, or there is none; how many there are in all nobody counted.</summary>
public sealed partial class KeysetPager
{
    /// <summary>How much of what the page shows, in words.</summary>
    [Parameter, EditorRequired] public required string Showing { get; set; }

    [Parameter, EditorRequired] public required bool HasPrevious { get; set; }

    [Parameter, EditorRequired] public required bool HasNext { get; set; }

    [Parameter] public EventCallback OnPrevious { get; set; }

    [Parameter] public EventCallback OnNext { get; set; }

    [Parameter] public int PageSize { get; set; } = 50;

    [Parameter] public EventCallback<int> PageSizeChanged { get; set; }

    [Parameter] public IReadOnlyList<int> PageSizes { get; set; } = [25, 50, 100];

    /// <summary>Names this pager where a page has two.</summary>
    [Parameter] public string? Label { get; set; }

    private Task ResizeAsync(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && PageSizes.Contains(size)
            ? PageSizeChanged.InvokeAsync(size)
            : Task.CompletedTask;
}
