using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>An owner as other pages name it.</summary>
public sealed record OwnerSummary(Id<Owner> Id, OwnerKind Kind, string Name, string ExternalId);

/// <summary>A project as other pages name it.</summary>
public sealed record ProjectSummary(Id<Project> Id, string Name);

/// <summary>Another key as the page of a key names it.</summary>
public sealed record KeyReference(Id<ApiKey> Id, string Name, KeyStatus Status);

/// <summary>How and when a key was revoked.</summary>
public sealed record Revocation(DateTimeOffset At, ActorRef By, RevocationReason Reason, string? Comment);

/// <summary>All that may be shown of a key.</summary>
public sealed record KeyDetails
{
    public required Id<ApiKey> Id { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required KeyKind Kind { get; init; }

    public required KeyStatus Status { get; init; }

    public required KeySettings Settings { get; init; }

    public required int Version { get; init; }

    public required bool Enabled { get; init; }

    public required Revocation? Revocation { get; init; }

    public required string Hint { get; init; }

    public required string SecretFormat { get; init; }

    public required OwnerSummary? Owner { get; init; }

    public required IReadOnlyList<ProjectSummary> Projects { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required ActorRef CreatedBy { get; init; }

    /// <summary>See <see cref="ApiKey.NamedCreator"/>.</summary>
    public required string? NamedCreator { get; init; }

    /// <summary>See <see cref="ApiKey.VendorForm"/>.</summary>
    public required string? VendorForm { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required ActorRef UpdatedBy { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }

    public required string? LastUsedIp { get; init; }

    /// <summary>The key that this one was made to replace; it may be deleted by now.</summary>
    public required Id<ApiKey>? Replaces { get; init; }

    public required Id<ApiKey>? ReplacedBy { get; init; }

    /// <summary>The key that <see cref="Replaces"/> names; null when there is none, or it was deleted.</summary>
    public KeyReference? Predecessor { get; init; }

    /// <summary>The key that <see cref="ReplacedBy"/> names; null when there is none, or it was deleted.</summary>
    public KeyReference? Successor { get; init; }

    public KeyTarget Target => new(OrganizationId, Id);

    /// <summary>With a use that is not written to the key yet.</summary>
    internal KeyDetails Used(LastUse? pending) =>
        pending is { } use && use.IsAfter(LastUsedAt) ? this with { LastUsedAt = use.At, LastUsedIp = use.Address } : this;
}

/// <summary>One row of the list of keys.</summary>
public sealed record KeySummary
{
    public required long Row { get; init; }

    public required Id<ApiKey> Id { get; init; }

    public required KeyKind Kind { get; init; }

    public required KeyStatus Status { get; init; }

    public required string Name { get; init; }

    public required string Hint { get; init; }

    public required string? OwnerName { get; init; }

    public KeySettings Settings { get; init; } = new();

    public required string CreatedByName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>With a use that is not written to the key yet.</summary>
    internal KeySummary Used(LastUse? pending) =>
        pending is { } use && use.IsAfter(LastUsedAt) ? this with { LastUsedAt = use.At } : this;
}

/// <summary>One version of a key, and what it changed from the one before.</summary>
/// <param name="Settings">The key's settings as of that version.</param>
public sealed record KeyVersion(
    int Version, DateTimeOffset At, ActorRef By, string Action, KeySettings Settings, IReadOnlyList<FieldChange> Changes);

internal static class KeyDetailsOfKey
{
    public static KeyDetails ToDetails(
        this ApiKey key, KeyStatus status, KeySettings settings, OwnerSummary? owner, IReadOnlyList<ProjectSummary> projects) => new()
        {
            Id = key.Id,
            OrganizationId = key.OrganizationId,
            Kind = key.Kind,
            Status = status,
            Settings = settings,
            Version = key.Version,
            Enabled = key.Enabled,
            Revocation = key is { RevokedAt: { } at, RevokedBy: { } by, RevocationReason: { } reason }
                ? new(at, by, reason, key.RevocationComment)
                : null,
            Hint = key.Hint,
            SecretFormat = key.SecretFormat,
            Owner = owner,
            Projects = projects,
            CreatedAt = key.CreatedAt,
            CreatedBy = key.CreatedBy,
            NamedCreator = key.NamedCreator,
            VendorForm = key.VendorForm,
            UpdatedAt = key.UpdatedAt,
            UpdatedBy = key.UpdatedBy,
            LastUsedAt = key.LastUse?.At,
            LastUsedIp = key.LastUse?.Address,
            Replaces = key.Replaces,
            ReplacedBy = key.ReplacedBy,
        };
}
