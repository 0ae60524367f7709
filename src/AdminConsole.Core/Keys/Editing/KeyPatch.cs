using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>
/// A merge patch (RFC 7396) to a key's settings: a field left out stays, null clears what can be cleared (a list becomes empty),
/// a list replaces the whole list. Leaving something out never widens a key.
/// </summary>
public sealed record KeyPatch
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Description { get; init; }

    public Optional<Id<Owner>?> OwnerId { get; init; }

    public Optional<IReadOnlyList<Id<Project>>?> ProjectIds { get; init; }

    public Optional<IReadOnlyList<string>?> Scopes { get; init; }

    public Optional<IReadOnlyList<string>?> AllowedCidrs { get; init; }

    public Optional<IReadOnlyList<string>?> BlockedCidrs { get; init; }

    public Optional<IReadOnlyList<string>?> Resources { get; init; }

    public Optional<IReadOnlyList<string>?> Referrers { get; init; }

    public Optional<int?> MaxVerificationsPerIpPerHour { get; init; }

    public Optional<int?> MaxHitsPerQuery { get; init; }

    public Optional<string?> QueryParameters { get; init; }

    public Optional<string?> Claims { get; init; }

    /// <summary>Whether the claims are a merge patch to those that there are. Otherwise they replace them whole.</summary>
    public bool MergesClaims { get; init; }

    public Optional<IReadOnlyList<string>?> Tags { get; init; }

    public Optional<DateTimeOffset?> StartsAt { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    /// <summary>The smallest patch that turns the one into the other.</summary>
    public static KeyPatch Between(KeySettings before, KeySettings after) =>
        Of(after, KeyDiff.Between(before, after).Select(change => change.Field).ToHashSet());

    /// <summary>A patch that holds these fields (<see cref="KeyFields"/>) as the settings have them.</summary>
    public static KeyPatch Of(KeySettings settings, IReadOnlySet<string> fields)
    {
        return new()
        {
            Name = Given<string?>(KeyFields.Name, settings.Name),
            Description = Given<string?>(KeyFields.Description, settings.Description),
            OwnerId = Given(KeyFields.Owner, settings.OwnerId),
            ProjectIds = Given<IReadOnlyList<Id<Project>>?>(KeyFields.Projects, settings.ProjectIds),
            Scopes = Given<IReadOnlyList<string>?>(KeyFields.Scopes, settings.Scopes),
            AllowedCidrs = Given<IReadOnlyList<string>?>(KeyFields.AllowedCidrs, settings.AllowedCidrs),
            BlockedCidrs = Given<IReadOnlyList<string>?>(KeyFields.BlockedCidrs, settings.BlockedCidrs),
            Resources = Given<IReadOnlyList<string>?>(KeyFields.Resources, settings.Resources),
            Referrers = Given<IReadOnlyList<string>?>(KeyFields.Referrers, settings.Referrers),
            MaxVerificationsPerIpPerHour = Given(KeyFields.MaxVerificationsPerIpPerHour, settings.Limits.MaxVerificationsPerIpPerHour),
            MaxHitsPerQuery = Given(KeyFields.MaxHitsPerQuery, settings.Limits.MaxHitsPerQuery),
            QueryParameters = Given(KeyFields.QueryParameters, settings.Limits.QueryParameters),
            Claims = Given(KeyFields.Claims, settings.Claims),
            Tags = Given<IReadOnlyList<string>?>(KeyFields.Tags, settings.Tags),
            StartsAt = Given(KeyFields.StartsAt, settings.StartsAt),
            ExpiresAt = Given(KeyFields.ExpiresAt, settings.ExpiresAt),
        };

        Optional<T> Given<T>(string field, T value) => fields.Contains(field) ? new(value) : default;
    }

    public KeySettings ApplyTo(KeySettings current) => current with
    {
        Name = Name.Or(current.Name) ?? "",
        Description = Description.Or(current.Description) ?? "",
        OwnerId = OwnerId.Or(current.OwnerId),
        ProjectIds = ProjectIds.Or(current.ProjectIds) ?? [],
        Scopes = Scopes.Or(current.Scopes) ?? [],
        AllowedCidrs = AllowedCidrs.Or(current.AllowedCidrs) ?? [],
        BlockedCidrs = BlockedCidrs.Or(current.BlockedCidrs) ?? [],
        Resources = Resources.Or(current.Resources) ?? [],
        Referrers = Referrers.Or(current.Referrers) ?? [],
        Limits = new(
            MaxVerificationsPerIpPerHour.Or(current.Limits.MaxVerificationsPerIpPerHour),
            MaxHitsPerQuery.Or(current.Limits.MaxHitsPerQuery),
            QueryParameters.Or(current.Limits.QueryParameters)),
        Claims = MergesClaims && Claims.IsGiven ? JsonObjectText.Merge(current.Claims, Claims.Or(null)) : Claims.Or(current.Claims),
        Tags = Tags.Or(current.Tags) ?? [],
        StartsAt = StartsAt.Or(current.StartsAt),
        ExpiresAt = ExpiresAt.Or(current.ExpiresAt),
    };
}
