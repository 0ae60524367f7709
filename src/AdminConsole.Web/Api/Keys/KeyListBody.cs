using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A page of the list of keys.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record KeyListBody(IReadOnlyList<KeyListEntry> Keys, string? NextCursor)
{
    public static KeyListBody Of(KeyPage page) => new([.. page.Keys.Select(KeyListEntry.Of)], page.Next);
}

/// <summary>A key as the list shows it.</summary>
internal sealed record KeyListEntry
{
    public required Id<ApiKey> Id { get; init; }

    public required KeyKind Kind { get; init; }

    public required KeyStatus Status { get; init; }

    public required string Name { get; init; }

    public required string Hint { get; init; }

    public required string? OwnerName { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    public required IReadOnlyList<string> BlockedCidrs { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }

    public static KeyListEntry Of(KeySummary key) => new()
    {
        Id = key.Id,
        Kind = key.Kind,
        Status = key.Status,
        Name = key.Name,
        Hint = key.Hint,
        OwnerName = key.OwnerName,
        Scopes = key.Settings.Scopes,
        AllowedCidrs = key.Settings.AllowedCidrs,
        BlockedCidrs = key.Settings.BlockedCidrs,
        Tags = key.Settings.Tags,
        CreatedAt = key.CreatedAt,
        UpdatedAt = key.UpdatedAt,
        ExpiresAt = key.ExpiresAt,
        LastUsedAt = key.LastUsedAt,
    };
}
