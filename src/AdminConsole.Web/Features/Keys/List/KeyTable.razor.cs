using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>One page of a list of keys. Loads what its view asks for; an outage is left to the boundary around it.</summary>
public sealed partial class KeyTable(KeyFinder finder, CurrentOperator person, BrowserMemory memory) : IDisposable
{
    private CancellationTokenSource _load = new();
    private KeyTableLayout _layout = KeyTableLayout.Default;
    private IReadOnlyList<Failure> _failures = [];
    private KeyPage? _page;
    private (string? Organization, string? Url) _shown;
    private bool _loading;

    [Parameter, EditorRequired] public required OrganizationAccess Access { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    [Parameter] public EventCallback OnCreate { get; set; }

    private TableSort Order => new(EnumNames.Of(View.Sort), View.Descending);

    private IReadOnlyList<ColumnChoice> Choices => KeyColumns.Choices(T);

    public void Dispose() => _load.Cancel();

    /// <summary>Shows the same page as it is now. A key that no longer fits the filters is gone from it.</summary>
    public async Task ReloadAsync()
    {
        await _load.CancelAsync();
        _load = new();
        var turn = _load.Token;
        _loading = true;
        var asked = View;
        var listed = await finder.ListAsync(await person.ActorAsync(turn), asked.ToQuery(Access.Id), turn);

        // Something else was asked for meanwhile: this answer is no longer wanted.
        turn.ThrowIfCancellationRequested();
        _loading = false;
        _failures = listed.Failures;
        _page = listed.Succeeded ? listed.Value : null;
        if (_page is { Keys.Count: 0 } && asked.Cursor is not null)
        {
            // The last key of this page has gone.
            await ViewChanged.InvokeAsync(asked with { Cursor = null });
        }

        StateHasChanged();
    }

    protected override async Task OnInitializedAsync() => _layout = KeyTableLayout.Parse(await memory.ReadAsync(KeyTableLayout.MemoryName));

    protected override Task OnParametersSetAsync()
    {
        var asked = (Access.Slug, KeyListUrl.Of(View, Access.Slug));
        if (asked == _shown)
        {
            return Task.CompletedTask;
        }

        // Another organization's keys are no stand-in while these are loading.
        _page = Access.Slug == _shown.Organization ? _page : null;
        _shown = asked;
        return ReloadAsync();
    }

    private string TotalText(int total) => total switch
    {
        1 => T["Keys.List.Total.One"],
        > KeyPage.CountedUpTo => T["Keys.List.Total.Capped", KeyPage.CountedUpTo],
        _ => T["Keys.List.Total.Many", total],
    };

    private Task SortAsync(TableSort sort) => EnumNames.Value<KeySort>(sort.By) is { } by
        ? ViewChanged.InvokeAsync(View with { Sort = by, Descending = sort.Descending, Cursor = null })
        : Task.CompletedTask;

    private Task StepAsync(string? cursor) => ViewChanged.InvokeAsync(View with { Cursor = cursor });

    private async Task RememberAsync(KeyTableLayout layout)
    {
        _layout = layout;
        await memory.WriteAsync(KeyTableLayout.MemoryName, layout.ToString());
    }
}
