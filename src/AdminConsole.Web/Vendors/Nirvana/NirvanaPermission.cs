using System.Collections.Frozen;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>What a key may do with one type of resource: our scope <c>vm:edit</c>.</summary>
internal sealed record NirvanaPermission
{
    private static readonly FrozenSet<string> Levels = new[] { "read", "edit" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ResourceTypes = new[]
    {
        "vm", "vpc", "volume", "connect_connection", "rpc_node_dedicated", "rpc_node_flex", "nks_cluster",
        "nks_node_pool", "project", "api_key", "organization", "audit_log", "usage",
    }.ToFrozenSet(StringComparer.Ordinal);

    public string? Permission { get; init; }

    public string? ResourceType { get; init; }

    public static string AllLevels => string.Join(", ", Levels.Order(StringComparer.Ordinal));

    public static string AllResourceTypes => string.Join(", ", ResourceTypes.Order(StringComparer.Ordinal));

    // Not public: they are no members of the body.
    internal bool HasLevel => Permission is not null && Levels.Contains(Permission);

    internal bool HasResourceType => ResourceType is not null && ResourceTypes.Contains(ResourceType);

    public string ToScope() => $"{ResourceType}:{Permission}";

    /// <summary>The scopes that are permissions of Nirvana's. A key of another origin may have others.</summary>
    public static IReadOnlyList<NirvanaPermission> Of(IReadOnlyList<string> scopes) => [.. scopes
        .Select(scope => scope.Split(':'))
        .Where(parts => parts.Length == 2)
        .Select(parts => new NirvanaPermission { ResourceType = parts[0], Permission = parts[1] })
        .Where(permission => permission is { HasLevel: true, HasResourceType: true })];
}
