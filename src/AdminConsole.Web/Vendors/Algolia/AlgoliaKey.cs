using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>
/// A key in Algolia's form. Every attribute is there, also where it has its default: its client waits for an update by comparing what it sent, and an
/// empty text that is left out would never be equal.
/// </summary>
internal sealed record AlgoliaKey
{
    private static readonly IResult None = ApiProblem.Of([KeyFailures.NotFound]);

    /// <summary>The secret where the caller named it, else the key's id: there is no secret to show.</summary>
    public required string Value { get; init; }

    /// <summary>In seconds since 1970.</summary>
    public required long CreatedAt { get; init; }

    public required IReadOnlyList<string> Acl { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Indexes { get; init; }

    public required int MaxHitsPerQuery { get; init; }

    [JsonPropertyName(AlgoliaFields.MaxQueriesPerIpPerHour)]
    public required int MaxQueriesPerIpPerHour { get; init; }

    public required string QueryParameters { get; init; }

    public required IReadOnlyList<string> Referers { get; init; }

    /// <summary>The seconds that are left; 0 = for ever.</summary>
    public required long Validity { get; init; }

    /// <summary>Algolia has no disabled keys, and forgets expired ones: both can be restored. What is revoked is gone for good.</summary>
    public static Result<KeyDetails> Existing(KeyDetails key) => Exists(key) ? key : KeyFailures.NotFound;

    public static bool Exists(KeyDetails key) => key.Status is KeyStatus.Active or KeyStatus.Expiring or KeyStatus.Scheduled;

    public static IResult Answer(KeyDetails key, DateTimeOffset now, string name) =>
        Exists(key) ? VendorJson.CamelCase.Answer(Of(key, now, name)) : None;

    public static AlgoliaKey Of(KeyDetails key, DateTimeOffset now, string name) => new()
    {
        Value = name,
        CreatedAt = key.CreatedAt.ToUnixTimeSeconds(),
        Acl = key.Settings.Scopes,
        Description = key.Settings.Description,
        Indexes = key.Settings.Resources,
        MaxHitsPerQuery = key.Settings.Limits.MaxHitsPerQuery ?? 0,
        MaxQueriesPerIpPerHour = key.Settings.Limits.MaxVerificationsPerIpPerHour ?? 0,
        QueryParameters = key.Settings.Limits.QueryParameters ?? "",
        Referers = key.Settings.Referrers,

        // Rounded up: what has begun of a second is left, and 0 would mean for ever.
        Validity = key.Settings.ExpiresAt is { } expires ? Math.Max(1, (long)Math.Ceiling((expires - now).TotalSeconds)) : 0,
    };

    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaKey);
}
