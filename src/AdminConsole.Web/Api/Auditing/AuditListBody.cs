using System.Globalization;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Auditing.Trail;

namespace AdminConsole.Web.Api.Auditing;

/// <summary>A page of audit entries, the newest first.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record AuditListBody(IReadOnlyList<AuditEntryBody> Entries, string? NextCursor)
{
    public static AuditListBody Of(AuditPage page) => new([.. page.Entries.Select(AuditEntryBody.Of)], page.Next);
}

/// <summary>Who did what to which thing, when and from where.</summary>
/// <param name="Details">What changed, of a form that depends on the action.</param>
internal sealed record AuditEntryBody(
    string Id, DateTimeOffset At, AuditActorBody Actor, string? Address, string Action, AuditSubjectBody Subject, JsonElement? Details)
{
    public static AuditEntryBody Of(AuditEntry entry) => new(
        string.Create(CultureInfo.InvariantCulture, $"aud_{entry.Row}"),
        entry.At,
        new(entry.ActorKind, entry.ActorId, entry.ActorName),
        entry.Address,
        entry.Action,
        new(entry.Subject, entry.SubjectName),
        entry.Details is { } details ? JsonElement.Parse(details) : null);
}

/// <summary>Who acted; the name is the one of that time.</summary>
internal sealed record AuditActorBody(ActorKind Kind, string Id, string Name);

/// <summary>What was acted on; the name is the one of that time.</summary>
internal sealed record AuditSubjectBody(string Id, string Name);
