using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>The words for what the core names by code.</summary>
internal static class KeyTexts
{
    public static string StatusText(this IStringLocalizer<Texts> texts, KeyStatus status) => texts[$"Key.Status.{status}"];

    public static string KindText(this IStringLocalizer<Texts> texts, KeyKind kind) => texts[$"Key.Kind.{kind}"];

    public static string ReasonText(this IStringLocalizer<Texts> texts, RevocationReason reason) => texts[$"Key.Reason.{reason}"];

    public static string FieldText(this IStringLocalizer<Texts> texts, string field) => texts[$"Key.Field.{field}"];

    /// <summary>What it means for this field to be empty: "any address", "never".</summary>
    public static string EmptyText(this IStringLocalizer<Texts> texts, string field) =>
        texts[$"Key.Empty.{field}"] is { ResourceNotFound: false } own ? own : texts["Key.Empty"];

    /// <summary>What was done to make a version: one of <see cref="AuditActions"/>.</summary>
    public static string ActionText(this IStringLocalizer<Texts> texts, string action) =>
        texts[$"Key.Action.{action}"] is { ResourceNotFound: false } known ? known : action;

    public static string IconOf(KeyAction action) => action switch
    {
        KeyAction.Edit => "edit",
        KeyAction.Rotate => "autorenew",
        KeyAction.Duplicate => "content_copy",
        KeyAction.Disable => "pause_circle",
        KeyAction.Enable => "play_circle",
        KeyAction.Delete => "delete",
        _ => "block",
    };
}
