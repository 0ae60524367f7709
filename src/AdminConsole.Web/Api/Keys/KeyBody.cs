using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A key. Its settings have the names that creating and editing take.</summary>
internal sealed record KeyBody
{
    public required Id<ApiKey> Id { get; init; }

    public required KeyKind Kind { get; init; }

    public required KeyStatus Status { get; init; }

    public required bool Enabled { get; init; }

    public required int Version { get; init; }

    public required string Hint { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Id<Owner>? OwnerId { get; init; }

    public required IReadOnlyList<Id<Project>> ProjectIds { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    public required IReadOnlyList<string> BlockedCidrs { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public required IReadOnlyList<string> Referrers { get; init; }

    public required int? MaxVerificationsPerIpPerHour { get; init; }

    public required int? MaxHitsPerQuery { get; init; }

    public required string? QueryParameters { get; init; }

    public required JsonElement? Claims { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required DateTimeOffset? StartsAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required ActorRef CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required ActorRef UpdatedBy { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }

    public required string? LastUsedIp { get; init; }

    public required RevocationBody? Revocation { get; init; }

    public required Id<ApiKey>? Replaces { get; init; }

    public required Id<ApiKey>? ReplacedBy { get; init; }

    public static KeyBody Of(KeyDetails key) => new()
    {
        Id = key.Id,
        Kind = key.Kind,
        Status = key.Status,
        Enabled = key.Enabled,
        Version = key.Version,
        Hint = key.Hint,
        Name = key.Settings.Name,
        Description = key.Settings.Description,
        OwnerId = key.Settings.OwnerId,
        ProjectIds = key.Settings.ProjectIds,
        Scopes = key.Settings.Scopes,
        AllowedCidrs = key.Settings.AllowedCidrs,
        BlockedCidrs = key.Settings.BlockedCidrs,
        Resources = key.Settings.Resources,
        Referrers = key.Settings.Referrers,
        MaxVerificationsPerIpPerHour = key.Settings.Limits.MaxVerificationsPerIpPerHour,
        MaxHitsPerQuery = key.Settings.Limits.MaxHitsPerQuery,
        QueryParameters = key.Settings.Limits.QueryParameters,
        Claims = key.Settings.Claims is { } claims ? JsonElement.Parse(claims) : null,
        Tags = key.Settings.Tags,
        StartsAt = key.Settings.StartsAt,
        ExpiresAt = key.Settings.ExpiresAt,
        CreatedAt = key.CreatedAt,
        CreatedBy = key.CreatedBy,
        UpdatedAt = key.UpdatedAt,
        UpdatedBy = key.UpdatedBy,
        LastUsedAt = key.LastUsedAt,
        LastUsedIp = key.LastUsedIp,
        Replaces = key.Replaces,
        ReplacedBy = key.ReplacedBy,
        Revocation = key.Revocation is { } revocation ? new(revocation.At, revocation.By, revocation.Reason, revocation.Comment) : null,
    };
}

/// <summary>How and when a key was revoked.</summary>
internal sealed record RevocationBody(DateTimeOffset At, ActorRef By, RevocationReason Reason, string? Comment);
