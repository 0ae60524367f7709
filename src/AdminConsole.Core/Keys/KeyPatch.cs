using AdminConsole.Owners;
using AdminConsole.Projects;
using AdminConsole.Results;

namespace AdminConsole.Keys;

/// <summary>
/// A merge patch (RFC 7396) to a key's settings: a field left out stays, null clears what can be cleared, a list replaces
/// the whole list. Leaving something out never widens a key.
/// </summary>
public sealed record KeyPatch
{
    public Optional<string> Name { get; init; }

    public Optional<string?> Description { get; init; }

    public Optional<Id<Owner>?> OwnerId { get; init; }

    public Optional<IReadOnlyList<Id<Project>>> ProjectIds { get; init; }

    public Optional<IReadOnlyList<string>> Scopes { get; init; }

    public Optional<IReadOnlyList<string>> AllowedCidrs { get; init; }

    public Optional<IReadOnlyList<string>> BlockedCidrs { get; init; }

    public Optional<IReadOnlyList<string>> Resources { get; init; }

    public Optional<IReadOnlyList<string>> Referrers { get; init; }

    public Optional<int?> MaxVerificationsPerIpPerHour { get; init; }

    public Optional<int?> MaxHitsPerQuery { get; init; }

    public Optional<string?> QueryParameters { get; init; }

    public Optional<string?> Claims { get; init; }

    public Optional<IReadOnlyList<string>> Tags { get; init; }

    public Optional<DateTimeOffset?> StartsAt { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    public KeySettings ApplyTo(KeySettings current) => current with
    {
        Name = Name.Or(current.Name),
        Description = Description.Or(current.Description) ?? "",
        OwnerId = OwnerId.Or(current.OwnerId),
        ProjectIds = ProjectIds.Or(current.ProjectIds),
        Scopes = Scopes.Or(current.Scopes),
        AllowedCidrs = AllowedCidrs.Or(current.AllowedCidrs),
        BlockedCidrs = BlockedCidrs.Or(current.BlockedCidrs),
        Resources = Resources.Or(current.Resources),
        Referrers = Referrers.Or(current.Referrers),
        Limits = new(
            MaxVerificationsPerIpPerHour.Or(current.Limits.MaxVerificationsPerIpPerHour),
            MaxHitsPerQuery.Or(current.Limits.MaxHitsPerQuery),
            QueryParameters.Or(current.Limits.QueryParameters)),
        Claims = Claims.Or(current.Claims),
        Tags = Tags.Or(current.Tags),
        StartsAt = StartsAt.Or(current.StartsAt),
        ExpiresAt = ExpiresAt.Or(current.ExpiresAt),
    };
}
