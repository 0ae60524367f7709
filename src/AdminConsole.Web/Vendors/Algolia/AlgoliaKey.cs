using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>A key in Algolia's form. What was not set is left out: its clients take a default that is shown for one that was asked for.</summary>
internal sealed record AlgoliaKey
{
    private static readonly IResult None = ApiProblem.Of([KeyFailures.NotFound]);

    /// <summary>The secret where the caller named it, else the key's id: there is no secret to show.</summary>
    public required string Value { get; init; }

    /// <summary>In milliseconds since 1970, as the reference and the clients of today say. Examples of older times have seconds.</summary>
    public required long CreatedAt { get; init; }

    public required IReadOnlyList<string?> Acl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<string?>? Indexes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? MaxHitsPerQuery { get; init; }

    [JsonPropertyName(AlgoliaFields.MaxQueriesPerIpPerHour)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? MaxQueriesPerIpPerHour { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? QueryParameters { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<string?>? Referers { get; init; }

    /// <summary>The seconds that are left; 0 = for ever, where that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required long? Validity { get; init; }

    /// <summary>Algolia has no disabled keys, and forgets expired ones: both can be restored. What is revoked is gone for good.</summary>
    public static Result<KeyDetails> Existing(KeyDetails key) => Exists(key) ? key : KeyFailures.NotFound;

    public static bool Exists(KeyDetails key) => key.Status is KeyStatus.Active or KeyStatus.Expiring or KeyStatus.Scheduled;

    public static IResult Answer(KeyDetails key, DateTimeOffset now, string name) =>
        Exists(key) ? VendorJson.CamelCase.Answer(Of(key, now, name)) : None;

    public static AlgoliaKey Of(KeyDetails key, DateTimeOffset now, string name)
    {
        var (sent, settings) = (AlgoliaForm.Of(key), key.Settings);
        return new()
        {
            Value = name,
            CreatedAt = key.CreatedAt.ToUnixTimeMilliseconds(),
            Acl = AlgoliaForm.List(sent.Acl, settings.Scopes) ?? [],
            Description = AlgoliaForm.Text(sent.Description, settings.Description),
            Indexes = AlgoliaForm.List(sent.Indexes, settings.Resources),
            MaxHitsPerQuery = AlgoliaForm.Number(sent.MaxHitsPerQuery, settings.Limits.MaxHitsPerQuery),
            MaxQueriesPerIpPerHour = AlgoliaForm.Number(sent.MaxQueriesPerIpPerHour, settings.Limits.MaxVerificationsPerIpPerHour),
            QueryParameters = AlgoliaForm.Text(sent.QueryParameters, settings.Limits.QueryParameters),
            Referers = AlgoliaForm.List(sent.Referers, settings.Referrers),

            // Rounded up: what has begun of a second is left, and 0 would mean for ever.
            Validity = settings.ExpiresAt is { } expires ? Math.Max(1, (long)Math.Ceiling((expires - now).TotalSeconds))
                : sent.Validity is null ? null
                : 0,
        };
    }

    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaKey);
}
