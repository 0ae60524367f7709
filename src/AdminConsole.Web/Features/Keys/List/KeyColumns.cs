using AdminConsole.Core.Keys;
using AdminConsole.Web.Components.Tables;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.List;

/// <summary>The columns of the list of keys. The name comes first and the menu last, always.</summary>
internal static class KeyColumns
{
    public const string Name = "name";
    public const string Status = "status";
    public const string Scopes = "scopes";
    public const string Owner = "owner";
    public const string Activity = "activity";
    public const string LastUsed = "lastUsed";
    public const string Expires = "expires";
    public const string Networks = "networks";
    public const string Tags = "tags";
    public const string Created = "created";
    public const string Creator = "creator";
    public const string Updated = "updated";
    public const string Menu = "menu";

    public static TableLayout Default { get; } = new(
        [Status, Scopes, Owner, Activity, LastUsed, Expires, Networks, Tags, Created, Creator, Updated],
        new HashSet<string> { Networks, Tags, Created, Creator, Updated });

    public static IReadOnlyList<ColumnChoice> Choices(IStringLocalizer<Texts> texts) =>
    [
        new(Status, texts["Key.Field.status"]),
        new(Scopes, texts.FieldText(KeyFields.Scopes)),
        new(Owner, texts.FieldText(KeyFields.Owner)),
        new(Activity, texts["Keys.Column.Activity"]),
        new(LastUsed, texts["Key.Field.lastUsed"]),
        new(Expires, texts.FieldText(KeyFields.ExpiresAt)),
        new(Networks, texts["Keys.Column.Networks"]),
        new(Tags, texts.FieldText(KeyFields.Tags)),
        new(Created, texts["Key.Field.created"]),
        new(Creator, texts["Key.Field.createdBy"]),
        new(Updated, texts["Key.Field.updated"]),
    ];
}
