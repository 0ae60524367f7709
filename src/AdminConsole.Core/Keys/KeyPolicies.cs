using AdminConsole.Policies;

namespace AdminConsole.Keys;

public static class KeyPolicies
{
    /// <summary>The key's policy, compiled for the evaluator.</summary>
    public static KeyPolicy ToPolicy(this ApiKey key, bool organizationSuspended) => new()
    {
        Version = key.Version,
        Enabled = key.Enabled,
        RevokedAt = key.RevokedAt,
        OrganizationSuspended = organizationSuspended,
        StartsAt = key.StartsAt,
        ExpiresAt = key.ExpiresAt,
        SourceIps = SourceIpRules.Create(Networks(key, blocked: false), Networks(key, blocked: true)),
        Scopes = key.Scopes.Values(),
        Projects = key.Projects.Select(row => row.ProjectId.Value).ToHashSet(),
        Resources = Patterns(key.Resources),
        Referrers = Patterns(key.Referrers),
        Limits = new(key.MaxVerificationsPerIpPerHour, key.MaxHitsPerQuery, key.QueryParameters),
    };

    // What is stored has passed the checks; should it not parse all the same, the key must not become wider than it was meant.
    private static IEnumerable<Cidr> Networks(ApiKey key, bool blocked) => key.SourceIps.Cidrs(blocked).Select(text => Cidr.Parse(text).Value);

    private static IReadOnlyList<WildcardPattern> Patterns(List<KeyListRow> rows) => [.. rows.Values().Select(text =>
        WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new InvalidOperationException("A stored pattern does not parse."))];
}
