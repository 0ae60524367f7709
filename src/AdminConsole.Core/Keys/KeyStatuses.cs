using System.Linq.Expressions;

namespace AdminConsole.Core.Keys;

/// <summary>The one place where a key's status is computed: for a single key, and as a filter in SQL.</summary>
public static class KeyStatuses
{
    public static KeyStatus At(
        DateTimeOffset now, TimeSpan warning, DateTimeOffset? revokedAt, bool enabled, DateTimeOffset? startsAt, DateTimeOffset? expiresAt)
    {
        if (revokedAt is not null)
        {
            return KeyStatus.Revoked;
        }

        if (!enabled)
        {
            return KeyStatus.Disabled;
        }

        if (now < startsAt)
        {
            return KeyStatus.Scheduled;
        }

        if (expiresAt <= now)
        {
            return KeyStatus.Expired;
        }

        return expiresAt - now < warning ? KeyStatus.Expiring : KeyStatus.Active;
    }

    public static KeyStatus StatusAt(this ApiKey key, DateTimeOffset now, TimeSpan warning) =>
        At(now, warning, key.RevokedAt, key.Enabled, key.StartsAt, key.ExpiresAt);

    /// <summary>The statuses of keys that are accepted now: what the API and the vendors call active.</summary>
    public static IReadOnlyList<KeyStatus> Usable { get; } = [KeyStatus.Active, KeyStatus.Expiring];

    /// <summary>The keys that have exactly this status.</summary>
    public static Expression<Func<ApiKey, bool>> Filter(KeyStatus status, DateTimeOffset now, TimeSpan warning)
    {
        var warned = now + warning;
        return status switch
        {
            KeyStatus.Revoked => key => key.RevokedAt != null,
            KeyStatus.Disabled => key => key.RevokedAt == null && !key.Enabled,
            KeyStatus.Scheduled => key => key.RevokedAt == null && key.Enabled && key.StartsAt > now,
            KeyStatus.Expired => key => key.RevokedAt == null && key.Enabled && !(key.StartsAt > now) && key.ExpiresAt <= now,
            KeyStatus.Expiring => key => key.RevokedAt == null
                && key.Enabled
                && !(key.StartsAt > now)
                && key.ExpiresAt > now
                && key.ExpiresAt < warned,
            _ => key => key.RevokedAt == null
                && key.Enabled
                && !(key.StartsAt > now)
                && (key.ExpiresAt == null || (key.ExpiresAt > now && key.ExpiresAt >= warned)),
        };
    }
}
