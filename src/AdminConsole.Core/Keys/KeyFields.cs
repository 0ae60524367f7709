namespace AdminConsole.Core.Keys;

/// <summary>The names of a key's fields in the API, in failures and in diffs.</summary>
public static class KeyFields
{
    public const string Name = "name";
    public const string Description = "description";
    public const string Owner = "ownerId";
    public const string Projects = "projectIds";
    public const string Scopes = "scopes";
    public const string AllowedCidrs = "allowedCidrs";
    public const string BlockedCidrs = "blockedCidrs";
    public const string Resources = "resources";
    public const string Referrers = "referrers";
    public const string MaxVerificationsPerIpPerHour = "maxVerificationsPerIpPerHour";
    public const string MaxHitsPerQuery = "maxHitsPerQuery";
    public const string QueryParameters = "queryParameters";
    public const string Claims = "claims";
    public const string Tags = "tags";
    public const string StartsAt = "startsAt";
    public const string ExpiresAt = "expiresAt";
    public const string Kind = "kind";
    public const string Version = "version";
    public const string Overlap = "overlapSeconds";
    public const string RevocationReason = "reason";
    public const string RevocationComment = "comment";

    // State: in diffs alone.
    public const string Enabled = "enabled";
    public const string Revoked = "revoked";
    public const string Replaces = "replaces";
    public const string ReplacedBy = "replacedBy";

    /// <summary>The limits that are numbers.</summary>
    public static IReadOnlyList<string> Counts { get; } = [MaxVerificationsPerIpPerHour, MaxHitsPerQuery];
}
