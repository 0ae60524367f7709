namespace AdminConsole.Organizations;

/// <summary>A tenant: owns projects, owners and keys. Nothing of one organization is visible to another.</summary>
public sealed class Organization : IIdentified
{
    public const int NameMaxLength = 100;
    public const int SlugMaxLength = 40;

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

    /// <summary>The scopes that keys may have; empty = any well-formed scope.</summary>
    public List<ScopeDefinition> ScopeCatalogue { get; } = [];
}

/// <summary>A scope that the organization's keys may have, and what it is for.</summary>
public sealed class ScopeDefinition
{
    public const int DescriptionMaxLength = 200;

    public required string Scope { get; init; }

    public string Description { get; set; } = "";
}
