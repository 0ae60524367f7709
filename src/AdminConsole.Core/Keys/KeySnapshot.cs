using AdminConsole.Core.Auditing;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>A key as it was at one version: its settings and its state. Kept as a <see cref="KeyDocument"/>.</summary>
public sealed record KeySnapshot(
    KeySettings Settings,
    bool Enabled = true,
    DateTimeOffset? RevokedAt = null,
    RevocationReason? RevocationReason = null,
    string? RevocationComment = null,
    Id<ApiKey>? Replaces = null,
    Id<ApiKey>? ReplacedBy = null)
{
    public static KeySnapshot Of(ApiKey key) =>
        new(key.Settings, key.Enabled, key.RevokedAt, key.RevocationReason, key.RevocationComment, key.Replaces, key.ReplacedBy);

    /// <summary>Every field that differs, state included.</summary>
    public static IReadOnlyList<FieldChange> Changes(KeySnapshot? before, KeySnapshot after)
    {
        var changes = KeyDiff.Between(before?.Settings ?? new(), after.Settings).ToList();
        if (before is not null && before.Enabled != after.Enabled)
        {
            changes.Add(new(KeyFields.Enabled, [before.Enabled ? "yes" : "no"], [after.Enabled ? "yes" : "no"]));
        }

        if (before?.RevokedAt is null && after.RevokedAt is not null)
        {
            changes.Add(new(KeyFields.Revoked, [], [.. new[] { after.RevocationReason?.ToString(), after.RevocationComment }.OfType<string>()]));
        }

        AddLink(KeyFields.Replaces, before?.Replaces, after.Replaces);
        AddLink(KeyFields.ReplacedBy, before?.ReplacedBy, after.ReplacedBy);
        return changes;

        void AddLink(string field, Id<ApiKey>? from, Id<ApiKey>? to)
        {
            if (from != to)
            {
                changes.Add(new(field, Shown(from), Shown(to)));
            }
        }
    }

    private static IReadOnlyList<string> Shown(Id<ApiKey>? id) => id is null ? [] : [id.Value.ToString()];

    public static string ChangesAsJson(KeySnapshot? before, KeySnapshot after) => AuditDetails.Of(Changes(before, after));
}
