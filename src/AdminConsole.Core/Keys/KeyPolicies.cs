using AdminConsole.Policies;

namespace AdminConsole.Keys;

public static class KeyPolicies
{
    /// <summary>The key's policy, compiled for the evaluator.</summary>
    public static KeyPolicy ToPolicy(this ApiKey key, bool organizationSuspended) => StoredKey.Of(key).ToPolicy(organizationSuspended);

    internal static KeyPolicy ToPolicy(this StoredKey key, bool organizationSuspended) => new()
    {
        Version = key.Version,
        Enabled = key.Enabled,
        RevokedAt = key.RevokedAt,
        OrganizationSuspended = organizationSuspended,
        StartsAt = key.StartsAt,
        ExpiresAt = key.ExpiresAt,
        SourceIps = SourceIpRules.Create(Networks(key.AllowedCidrs), Networks(key.BlockedCidrs)),
        Scopes = key.Scopes,
        Projects = key.ProjectIds.Select(project => project.Value).ToHashSet(),
        Resources = Patterns(key.Resources),
        Referrers = Patterns(key.Referrers),
        Limits = key.Limits,
    };

    // What is stored has passed the checks; should it not parse all the same, the key must not become wider than it was meant.
    private static IEnumerable<Cidr> Networks(IReadOnlyList<string> texts) => texts.Select(text => Cidr.Parse(text).Value);

    private static IReadOnlyList<WildcardPattern> Patterns(IReadOnlyList<string> texts) => [.. texts.Select(text =>
        WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new InvalidOperationException("A stored pattern does not parse."))];
}
