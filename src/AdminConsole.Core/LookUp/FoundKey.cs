using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.LookUp;

/// <summary>A key that a look-up found, with what support needs to know before it revokes.</summary>
public sealed record FoundKey
{
    public required Id<ApiKey> Id { get; init; }

    public required Id<Organization> OrganizationId { get; init; }

    public required string OrganizationName { get; init; }

    public required KeyKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Hint { get; init; }

    public required KeyStatus Status { get; init; }

    public required string? OwnerName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }

    public required string? LastUsedIp { get; init; }

    public KeyTarget Target => new(OrganizationId, Id);

    /// <summary>With a use that is not written to the key yet.</summary>
    internal FoundKey Used(LastUse? pending) =>
        pending is { } use && use.IsAfter(LastUsedAt) ? this with { LastUsedAt = use.At, LastUsedIp = use.Address } : this;
}
