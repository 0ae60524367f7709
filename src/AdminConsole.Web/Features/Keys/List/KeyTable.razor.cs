using AdminConsole.Keys;
using AdminConsole.Usage;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Features.Organizations;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The rows of the list. Each is two lines high at most, and on a narrow screen a card of the same markup.</summary>
public sealed partial class KeyTable(TimeProvider clock)
{
    // With more columns than by default the table is wider than the page may be.
    private static readonly int Fitting = KeyColumns.Default.Shown.Count;

    [Parameter, EditorRequired] public required IReadOnlyList<KeySummary> Keys { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyDictionary<Id<ApiKey>, DailyActivity> Activity { get; set; }

    [Parameter, EditorRequired] public required OrganizationAccess Access { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    [Parameter, EditorRequired] public required TableLayout Layout { get; set; }

    [Parameter] public bool Loading { get; set; }

    private bool IsWide => Layout.Shown.Count > Fitting;

    private bool MayAct => Access.MayWrite || Access.MayRevoke;

    private IReadOnlyList<string> Columns => [KeyColumns.Name, .. Layout.Shown, .. MayAct ? [KeyColumns.Menu] : Array.Empty<string>()];

    private TableSort Order => new(EnumNames.Of(View.Sort), View.Descending);

    private string None => T["Components.Moment.Empty"];

    // A hint alone is a service key's: nearly all are.
    private string HintOf(KeySummary key) => key.Kind is KeyKind.Service ? $"…{key.Hint}" : $"…{key.Hint} · {T.KindText(key.Kind)}";

    private Task SortAsync(TableSort sort) => EnumNames.Value<KeySort>(sort.By) is { } by
        ? ViewChanged.InvokeAsync(View with { Sort = by, Descending = sort.Descending, Cursor = null })
        : Task.CompletedTask;
}
