using System.Text.Json.Serialization;
using AdminConsole.Core.Keys.Listing;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>A key in Stack's form, in both spellings of its times: its client reads the one, its documents print the other.</summary>
internal sealed record StackKey
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamId { get; init; }

    public required string Description { get; init; }

    public required bool IsPublic { get; init; }

    public required long CreatedAtMillis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required long? ExpiresAtMillis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required long? ManuallyRevokedAtMillis { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? ExpiresAt { get; init; }

    public required DateTime? ManuallyRevokedAt { get; init; }

    /// <summary>The secret in the answer that creates the key, and its last four characters in all others.</summary>
    public required object Value { get; init; }

    public static IResult Answer(KeyDetails key, DateTimeOffset now, string? secret) => StackKeyType.Of(key.Owner?.Kind) is { } type
        ? VendorJson.SnakeCase.Answer(Of(key, type, secret))
        : StackError.KeyNotFound;

    public static StackKey Of(KeyDetails key, StackKeyType type, string? secret = null) => new()
    {
        Id = key.Id.Value.ToString(),
        Type = type.Name,
        UserId = type == StackKeyType.User ? key.Owner?.ExternalId : null,
        TeamId = type == StackKeyType.Team ? key.Owner?.ExternalId : null,
        Description = key.Settings.Description,
        IsPublic = StackKeyType.IsPublic(key),
        CreatedAtMillis = key.CreatedAt.ToUnixTimeMilliseconds(),
        ExpiresAtMillis = key.Settings.ExpiresAt?.ToUnixTimeMilliseconds(),
        ManuallyRevokedAtMillis = key.Revocation?.At.ToUnixTimeMilliseconds(),
        CreatedAt = key.CreatedAt.UtcDateTime,
        ExpiresAt = key.Settings.ExpiresAt?.UtcDateTime,
        ManuallyRevokedAt = key.Revocation?.At.UtcDateTime,
        Value = secret is null ? new StackKeyHint(key.Hint) : secret,
    };

    // A record would print the secret.
    public override string ToString() => Id;
}

internal sealed record StackKeyHint(string LastFour);

/// <summary>A list that has no pages.</summary>
internal sealed record StackList<T>(IReadOnlyList<T> Items)
{
    public bool IsPaginated { get; }
}
