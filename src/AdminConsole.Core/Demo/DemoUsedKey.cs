using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.History;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Demo;

/// <summary>A demo key, and the policies it had.</summary>
/// <param name="Settings">Those that it was created with, which its users still go by.</param>
/// <param name="EndedAt">When it was revoked, was disabled or expired; null when it was not.</param>
internal sealed record DemoUsedKey(long Row, string Name, KeyKind Kind, DateTimeOffset CreatedAt, KeySettings Settings, DateTimeOffset? EndedAt)
{
    private readonly List<(DateTimeOffset From, KeyPolicy Policy)> _policies = [];

    /// <summary>One of the keys that <see cref="DemoScenes"/> tells of.</summary>
    public bool IsScene { get; init; }

    public bool IsSuccessor { get; init; }

    /// <param name="key">As it is now.</param>
    /// <param name="versions">All of the key's, the oldest first.</param>
    /// <param name="now">What is later has not happened yet.</param>
    public static DemoUsedKey Of(ApiKey key, IReadOnlyList<PolicyVersion> versions, DateTimeOffset now)
    {
        var snapshots = versions.Select(version => KeyDocument.Read(version.Document)).ToList();
        var expiredAt = key.ExpiresAt <= now ? key.ExpiresAt : null;
        var used = new DemoUsedKey(
            key.Row, key.Name, key.Kind, key.CreatedAt, snapshots[0].Settings, key.RevokedAt ?? (key.Enabled ? expiredAt : key.UpdatedAt))
        {
            IsScene = DemoScenes.Names.Contains(key.Name),
            IsSuccessor = key.Replaces is not null,
        };
        var policies = versions.Zip(snapshots, (version, snapshot) => snapshot.ToPolicy(version.Version, organizationSuspended: false));
        used._policies.AddRange(versions.Zip(policies, (version, policy) => (version.At, policy)));
        return used;
    }

    /// <summary>The policy that stood at that moment.</summary>
    public KeyPolicy PolicyAt(DateTimeOffset at) => _policies.FindLast(policy => policy.From <= at).Policy;
}
