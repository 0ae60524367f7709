using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Text;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The rows of the list. Each is two lines high at most, and on a narrow screen a card of the same markup.</summary>
public sealed partial class KeyTable(TimeProvider clock)
{
    // With more columns than by default the table is wider than the page may be.
    private static readonly int Fitting = KeyColumns.Default.Shown.Count;

    [Parameter, EditorRequired] public required IReadOnlyList<KeySummary> Keys { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyDictionary<Id<ApiKey>, DailyActivity> Activity { get; set; }

    [Parameter, EditorRequired] public required OrganizationRights Access { get; set; }

    [Parameter, EditorRequired] public required KeyListView View { get; set; }

    [Parameter] public EventCallback<KeyListView> ViewChanged { get; set; }

    [Parameter, EditorRequired] public required TableLayout Layout { get; set; }

    [Parameter] public bool Loading { get; set; }

    private bool IsWide => Layout.Shown.Count > Fitting;

    private IReadOnlyList<DataColumn<KeySummary>> Columns =>
    [
        new(KeyColumns.Name, T["Key.Field.name"], NameOf, EnumNames.Of(KeySort.Name), IsRowHeader: true),
        .. Layout.Shown.Select(ColumnOf),
        .. MenuColumns,
    ];

    private IEnumerable<DataColumn<KeySummary>> MenuColumns =>
        Access.MayWrite || Access.MayRevoke ? [new(KeyColumns.Menu, T["Keys.Column.Actions"], MenuOf, HeadClass: "m")] : [];

    private TableSort Order => new(EnumNames.Of(View.Sort), View.Descending);

    private string None => T["Components.Moment.Empty"];

    private DataColumn<KeySummary> ColumnOf(string id) => id switch
    {
        KeyColumns.Status => new(id, T["Key.Field.status"], StatusOf, HeadClass: "s"),
        KeyColumns.Scopes => new(id, T["Key.Field.scopes"], key => FirstOf(key.Settings.Scopes), HeadClass: "w"),
        KeyColumns.Owner => new(id, T["Key.Field.ownerId"], key => TextOf(key.OwnerName ?? None), HeadClass: "w"),
        KeyColumns.Activity => new(id, T["Keys.Column.Activity"], BarsOf, HeadClass: "b"),
        KeyColumns.LastUsed => new(
            id, T["Key.Field.lastUsed"], key => MomentOf(key.LastUsedAt, T["Key.NeverUsed"]), EnumNames.Of(KeySort.LastUsed), "u"),
        KeyColumns.Expires => new(id, T["Key.Field.expiresAt"], ExpiryOf, EnumNames.Of(KeySort.Expires), HeadClass: "t"),
        KeyColumns.Networks => new(id, T["Keys.Column.Networks"], NetworksOf, HeadClass: "w"),
        KeyColumns.Tags => new(id, T["Key.Field.tags"], key => FirstOf(key.Settings.Tags), HeadClass: "w"),
        KeyColumns.Creator => new(id, T["Key.Field.createdBy"], key => TextOf(key.CreatedByName), HeadClass: "w"),
        KeyColumns.Updated => new(id, T["Key.Field.updated"], key => MomentOf(key.UpdatedAt, None), EnumNames.Of(KeySort.Updated), HeadClass: "t"),
        _ => new(id, T["Key.Field.created"], key => MomentOf(key.CreatedAt, None), EnumNames.Of(KeySort.Created), HeadClass: "t"),
    };

    // A hint alone is a service key's: nearly all are.
    private string HintOf(KeySummary key) => key.Kind is KeyKind.Service ? $"…{key.Hint}" : $"…{key.Hint} · {T.KindText(key.Kind)}";

    private Task SortAsync(TableSort sort) => EnumNames.Value<KeySort>(sort.By) is { } by
        ? ViewChanged.InvokeAsync(View with { Sort = by, Descending = sort.Descending, Cursor = null })
        : Task.CompletedTask;
}
