using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>One page of a list of keys. Loads what its view asks for; an outage is left to the boundary around it.</summary>
public sealed partial class KeyList(
    KeyQueries keyQueries,
    KeyCounts counts,
    KeyActivity activity,
    CurrentOperator person,
    KeyTableLayouts layouts,
    KeysChangedNotifier notifier,
    ScriptModules scripts) : IDisposable
{
    private const string Module = "js/rows.js";

    private static readonly Dictionary<Id<ApiKey>, DailyActivity> NoActivity = [];

    private CancellationTokenSource _load = new();
    private DotNetObjectReference<KeyList>? _self;
    private ElementReference _root;
    private TableLayout _layout = KeyColumns.Default;
    private IReadOnlyList<Failure> _failures = [];
    private KeyTabCounts? _counts;
    private KeyPage? _page;
    private IReadOnlyDictionary<Id<ApiKey>, DailyActivity> _activity = NoActivity;
    private ActionableKey? _chosen;
    private (string? Organization, string? Url) _shown;
    private bool _loading;

    [Parameter, EditorRequired] public required OrganizationRights Access { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    [Parameter] public EventCallback OnCreate { get; set; }

    /// <summary>An organization without a single key: there is nothing to search, filter or choose a tab of.</summary>
    private bool IsEmpty => _counts is { All: 0, Management: 0 } && !View.IsFiltered;

    public void Dispose()
    {
        notifier.Happened -= OnNews;
        _load.Cancel();
        _self?.Dispose();
    }

    /// <summary>Shows the same page as it is now, and counts anew. A key that no longer fits the filters is gone from it.</summary>
    public Task ReloadAsync() => LoadAsync(recount: true);

    /// <summary>The browser's tab is looked at again: what is shown may be old.</summary>
    [JSInvokable]
    public Task RefreshAsync() => InvokeAsync(ReloadAsync);

    /// <summary>Fills the menu for the row of this key, which the browser then opens.</summary>
    [JSInvokable]
    public Task ChooseAsync(string id) => InvokeAsync(() =>
    {
        _chosen = _page?.Keys.FirstOrDefault(key => key.Id.ToString() == id) is { } key ? ActionableKey.Of(key, Access) : null;
        StateHasChanged();
    });

    protected override async Task OnInitializedAsync()
    {
        notifier.Happened += OnNews;
        _layout = await layouts.ReadAsync(_load.Token);
    }

    protected override Task OnParametersSetAsync()
    {
        var asked = (Access.Slug, KeyListUrl.Of(View, Access.Slug));
        if (asked == _shown)
        {
            return Task.CompletedTask;
        }

        // Another organization's keys are no stand-in while these are loading.
        (_page, _counts) = Access.Slug == _shown.Organization ? (_page, _counts) : (null, null);
        _shown = asked;
        _loading = true;
        return LoadAsync(recount: _counts is null);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_self is null && _page is not null)
        {
            _self = DotNetObjectReference.Create(this);
            await scripts.CallAsync(Module, "attach", _root, _self);
        }
    }

    private void OnNews(object? sender, EventArgs told) => _ = InvokeAsync(ReloadAsync);

    private async Task LoadAsync(bool recount)
    {
        await _load.CancelAsync();
        _load = new();
        var (turn, asked) = (_load.Token, View);
        var actor = await person.ActorAsync(turn);
        var listed = await keyQueries.ListAsync(actor, asked.ToQuery(Access.Id), turn);
        var counted = recount && listed.Succeeded ? await counts.CountTabsAsync(actor, Access.Id, turn) : null;

        // Something else was asked for meanwhile: this answer is no longer wanted.
        turn.ThrowIfCancellationRequested();
        _loading = false;
        _failures = counted is { Succeeded: false } ? counted.Failures : listed.Failures;
        _page = listed.Succeeded ? listed.Value : null;
        _counts = counted is { Succeeded: true } ? counted.Value : _counts;
        if (_page is { Keys.Count: 0 } && asked.Cursor is not null)
        {
            // The last key of this page has gone.
            await ViewChanged.InvokeAsync(asked with { Cursor = null });
        }

        StateHasChanged();
        await LoadActivityAsync(turn);
    }

    /// <summary>The rows do not wait for their bars.</summary>
    private async Task LoadActivityAsync(CancellationToken turn)
    {
        if (_page is not { Keys.Count: > 0 } || !_layout.Shown.Contains(KeyColumns.Activity))
        {
            return;
        }

        var counted = await activity.OfKeysAsync(await person.ActorAsync(turn), Access.Id, [.. _page.Keys.Select(key => key.Id)], turn);
        turn.ThrowIfCancellationRequested();
        _activity = counted.Succeeded ? counted.Value : NoActivity;
        StateHasChanged();
    }

    private string ShowingText(KeyPage page, KeyTabCounts tabs)
    {
        var total = View.IsFiltered ? T.CountText(page.Total, KeyPage.CountedUpTo) : T.CountText(tabs[View.Tab], KeyTabCounts.CountedUpTo);
        var showing = T["Keys.List.Showing", page.Keys.Count, total];

        // Nobody should have to guess an order whose column is not shown.
        return View.Sort is KeySort.Created && !_layout.Shown.Contains(KeyColumns.Created)
            ? T["Keys.List.Ordered", showing, T[View.Descending ? "Keys.List.NewestFirst" : "Keys.List.OldestFirst"]]
            : showing;
    }

    private Task StepAsync(string? cursor) => ViewChanged.InvokeAsync(View with { Cursor = cursor });

    private async Task KeepAsync(TableLayout layout)
    {
        _layout = layout;
        await layouts.WriteAsync(layout);
        if (_activity.Count == 0)
        {
            await LoadActivityAsync(_load.Token);
        }
    }
}
