using System.Text.Json;

namespace AdminConsole.Core.Auditing;

/// <summary>What an audit entry says of a change, as JSON: each field with what it was and what it is.</summary>
internal static class AuditDetails
{
    public static string Of(IEnumerable<FieldChange> changes) => JsonSerializer.Serialize(changes, JsonSerializerOptions.Web);

    /// <summary>The change of a field with one value, or none when it stayed.</summary>
    public static IEnumerable<FieldChange> Change(string field, string? before, string? after) =>
        before == after ? [] : [new(field, OneOrNone(before), OneOrNone(after))];

    private static IReadOnlyList<string> OneOrNone(string? value) => value is null ? [] : [value];
}
