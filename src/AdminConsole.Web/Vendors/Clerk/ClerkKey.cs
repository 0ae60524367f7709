using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>A key in Clerk's form. Its clients expect every member, null where there is nothing to say.</summary>
internal sealed record ClerkKey
{
    public const string OnlyType = "api_key";

    public string Object { get; } = "api_key";

    public required string Id { get; init; }

    public string Type { get; } = OnlyType;

    public required string Subject { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required JsonElement? Claims { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>In the answer that creates the key alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    public required bool Revoked { get; init; }

    public required string? RevocationReason { get; init; }

    public required bool Expired { get; init; }

    public required long? Expiration { get; init; }

    /// <summary>The user that the program named when it made the key.</summary>
    public required string? CreatedBy { get; init; }

    public required long? LastUsedAt { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public static IResult Answer(KeyDetails key, DateTimeOffset now, string? secret) =>
        VendorJson.SnakeCase.Answer(Of(key, now) with { Secret = secret });

    public static ClerkKey Of(KeyDetails key, DateTimeOffset now) => new()
    {
        Id = VendorKeyId.Of(key.Id),
        Subject = ClerkSubject.Of(key),
        Name = key.Settings.Name,
        Description = key.Settings.Description is "" ? null : key.Settings.Description,
        Claims = key.Settings.Claims is { } claims ? JsonElement.Parse(claims) : null,
        Scopes = key.Settings.Scopes,
        Revoked = key.Revocation is not null,
        RevocationReason = key.Revocation is { } revocation ? ReasonOf(revocation) : null,
        Expired = key.Settings.ExpiresAt <= now,
        Expiration = key.Settings.ExpiresAt?.ToUnixTimeMilliseconds(),
        CreatedBy = key.NamedCreator,
        LastUsedAt = key.LastUsedAt?.ToUnixTimeMilliseconds(),
        CreatedAt = key.CreatedAt.ToUnixTimeMilliseconds(),
        UpdatedAt = key.UpdatedAt.ToUnixTimeMilliseconds(),
    };

    // A record would print the secret.
    public override string ToString() => Id;

    /// <summary>Clerk has text where we have a reason and a comment; "other" says nothing that the comment does not.</summary>
    private static string? ReasonOf(Revocation revocation) => (revocation.Reason, revocation.Comment) switch
    {
        (Core.Keys.RevocationReason.Other, var comment) => comment,
        (var reason, null) => EnumNames.Of(reason),
        var (reason, comment) => $"{EnumNames.Of(reason)}: {comment}",
    };
}
