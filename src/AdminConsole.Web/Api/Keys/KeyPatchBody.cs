using System.Text.Json;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>The settings of a key in a request: what is left out stays, null clears.</summary>
internal record KeyPatchBody
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> Description { get; init; }

    public Optional<Id<Owner>?> OwnerId { get; init; }

    public Optional<IReadOnlyList<Id<Project>>?> ProjectIds { get; init; }

    public Optional<IReadOnlyList<string?>?> Scopes { get; init; }

    public Optional<IReadOnlyList<string?>?> AllowedCidrs { get; init; }

    public Optional<IReadOnlyList<string?>?> BlockedCidrs { get; init; }

    public Optional<IReadOnlyList<string?>?> Resources { get; init; }

    public Optional<IReadOnlyList<string?>?> Referrers { get; init; }

    public Optional<int?> MaxVerificationsPerIpPerHour { get; init; }

    public Optional<int?> MaxHitsPerQuery { get; init; }

    public Optional<string?> QueryParameters { get; init; }

    public Optional<JsonElement?> Claims { get; init; }

    public Optional<IReadOnlyList<string?>?> Tags { get; init; }

    public Optional<DateTimeOffset?> StartsAt { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    public KeyPatch ToPatch() => new()
    {
        Name = Name,
        Description = Description,
        OwnerId = OwnerId,
        ProjectIds = ProjectIds,
        Scopes = Entries(Scopes),
        AllowedCidrs = Entries(AllowedCidrs),
        BlockedCidrs = Entries(BlockedCidrs),
        Resources = Entries(Resources),
        Referrers = Entries(Referrers),
        MaxVerificationsPerIpPerHour = MaxVerificationsPerIpPerHour,
        MaxHitsPerQuery = MaxHitsPerQuery,
        QueryParameters = QueryParameters,
        Claims = Claims.IsGiven ? new(Claims.Or(null)?.GetRawText()) : default,
        Tags = Entries(Tags),
        StartsAt = StartsAt,
        ExpiresAt = ExpiresAt,
    };

    // A null in a list becomes an empty entry, which every list refuses by its place.
    private static Optional<IReadOnlyList<string>?> Entries(Optional<IReadOnlyList<string?>?> given) =>
        given.IsGiven ? new(given.Or(null)?.Select(entry => entry ?? "").ToList()) : default;
}
