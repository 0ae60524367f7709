using AdminConsole.Core.Text;

namespace AdminConsole.Core.Organizations;

/// <summary>A tenant: owns projects, owners and keys. Nothing of one organization is visible to another.</summary>
public sealed class Organization : IIdentified
{
    public const int NameMaxLength = 100;
    public const int SlugMaxLength = 40;
    public const int MaxExpiryWarningDays = 365;
    public const int LongestKeyLifetimeDays = 3650;
    public const int MaxCatalogueScopes = 500;

    public static string IdPrefix => "org_";

    public required Id<Organization> Id { get; init; }

    /// <summary>Short name for URLs and commands: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Suspended: none of its keys is valid, and each goes on as it was once this is null again.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>A key with fewer days left than this is shown as expiring.</summary>
    public int ExpiryWarningDays { get; set; } = 14;

    /// <summary>The longest that a new key may be valid; null = without end too.</summary>
    public int? MaxKeyLifetimeDays { get; set; }

    /// <summary>Whether each key must name the networks that may use it.</summary>
    public bool RequiresAllowedNetwork { get; set; }

    /// <summary>Tags that each key must have.</summary>
    public List<string> RequiredTags { get; set; } = [];

    /// <summary>Grows by one with each change of the policy or the catalogue; what an edit must name, and the ETag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The scopes that keys may have; empty = any well-formed scope.</summary>
    public List<ScopeDefinition> ScopeCatalogue { get; } = [];
}
