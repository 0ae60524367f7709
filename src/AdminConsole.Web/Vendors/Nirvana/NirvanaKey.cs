using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>A key in Nirvana's form.</summary>
internal sealed record NirvanaKey
{
    public required Guid Id { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Nirvana's own keys always expire; others may not.</summary>
    public required DateTime? ExpiresAt { get; init; }

    public required bool Managed { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<NirvanaKeyPermission> Permissions { get; init; }

    public required IReadOnlyList<Guid> ProjectIds { get; init; }

    public required NirvanaSourceIps SourceIpRule { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>The secret, in the answer that creates the key alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required DateTime? StartsAt { get; init; }

    public static IResult Answer(KeyDetails key, DateTimeOffset now, string? secret) => VendorJson.SnakeCase.Answer(
        Of(key) with { Key = secret }, secret is null ? StatusCodes.Status200OK : StatusCodes.Status201Created);

    public static NirvanaKey Of(KeyDetails key) => new()
    {
        Id = key.Id.Value,
        CreatedAt = key.CreatedAt.UtcDateTime,
        ExpiresAt = key.Settings.ExpiresAt?.UtcDateTime,
        Managed = key.Kind is KeyKind.Managed,
        Name = key.Settings.Name,
        Permissions =
        [
            .. NirvanaPermission
                .Of(key.Settings.Scopes)
                .Select(permission => new NirvanaKeyPermission(permission.Permission!, permission.ResourceType!)),
        ],
        ProjectIds = [.. key.Settings.ProjectIds.Select(id => id.Value)],
        SourceIpRule = new(key.Settings.AllowedCidrs, key.Settings.BlockedCidrs),
        Status = NirvanaStatus.Of(key.Status),
        Tags = key.Settings.Tags,
        UpdatedAt = key.UpdatedAt.UtcDateTime,
        StartsAt = key.Settings.StartsAt?.UtcDateTime,
    };

    // A record would print the secret.
    public override string ToString() => Id.ToString();
}

internal sealed record NirvanaKeyPermission(string Permission, string ResourceType);

/// <summary>Both lists are always there.</summary>
internal sealed record NirvanaSourceIps(IReadOnlyList<string> Allowed, IReadOnlyList<string> Blocked);
