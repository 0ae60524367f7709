using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>
/// A key as it is stored, as far as it decides or is handed to whoever verifies: what is sealed, and what a policy is compiled from. Lists are in
/// their order.
/// </summary>
internal sealed record StoredKey
{
    public required long Row { get; init; }

    public required Id<ApiKey> Id { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required KeyKind Kind { get; init; }

    public required string Name { get; init; }

    public required Id<Owner>? OwnerId { get; init; }

    public required int Version { get; init; }

    public required bool Enabled { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required DateTimeOffset? StartsAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required KeyLimits Limits { get; init; }

    public required string? Claims { get; init; }

    public required SecretHash SecretHash { get; init; }

    public required byte[] Seal { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    public required IReadOnlyList<string> BlockedCidrs { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public required IReadOnlyList<string> Referrers { get; init; }

    public required IReadOnlyList<Id<Project>> ProjectIds { get; init; }

    public static StoredKey Of(ApiKey key) => new()
    {
        Row = key.Row,
        Id = key.Id,
        OrganizationId = key.OrganizationId,
        Kind = key.Kind,
        Name = key.Name,
        OwnerId = key.OwnerId,
        Version = key.Version,
        Enabled = key.Enabled,
        RevokedAt = key.RevokedAt,
        StartsAt = key.StartsAt,
        ExpiresAt = key.ExpiresAt,
        Limits = new(key.MaxVerificationsPerIpPerHour, key.MaxHitsPerQuery, key.QueryParameters),
        Claims = key.Claims,
        SecretHash = new(key.SecretHash, key.PepperId),
        Seal = key.Seal,
        Scopes = key.Scopes.Values(),
        AllowedCidrs = key.SourceIps.Cidrs(blocked: false),
        BlockedCidrs = key.SourceIps.Cidrs(blocked: true),
        Resources = key.Resources.Values(),
        Referrers = key.Referrers.Values(),
        ProjectIds = [.. key.Projects.OrderBy(row => row.Position).Select(row => row.ProjectId)],
    };
}
