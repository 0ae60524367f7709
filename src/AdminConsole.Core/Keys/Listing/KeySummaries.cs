using AdminConsole.Core.Data;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>Reads what lists show of keys, in one query.</summary>
internal static class KeySummaries
{
    public static IQueryable<KeySummary> Summaries(
        this IQueryable<ApiKey> keys, ConsoleDbContext db, DateTimeOffset now, TimeSpan warning) => keys.Select(key => new KeySummary
        {
            Row = key.Row,
            Id = key.Id,
            Kind = key.Kind,
            Status = KeyStatuses.At(now, warning, key.RevokedAt, key.Enabled, key.StartsAt, key.ExpiresAt),
            Name = key.Name,
            Settings = KeyDocument.SettingsIn(key.Document, key.Name),
            Hint = key.Hint,
            OwnerName = db.Owners.Where(owner => owner.Id == key.OwnerId).Select(owner => owner.Name).FirstOrDefault(),
            CreatedByName = key.CreatedBy.Name,
            CreatedAt = key.CreatedAt,
            UpdatedAt = key.UpdatedAt,
            ExpiresAt = key.ExpiresAt,
            LastUsedAt = key.LastUse!.At,
        });
}
