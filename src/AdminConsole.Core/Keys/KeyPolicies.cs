using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Keys;

public static class KeyPolicies
{
    /// <summary>The key's policy, compiled for the evaluator.</summary>
    public static KeyPolicy ToPolicy(this ApiKey key, bool organizationSuspended) => KeySnapshot.Of(key).ToPolicy(key.Version, organizationSuspended);

    /// <summary>The same for a key as it was at one version.</summary>
    public static KeyPolicy ToPolicy(this KeySnapshot key, int version, bool organizationSuspended) => new()
    {
        Version = version,
        Enabled = key.Enabled,
        RevokedAt = key.RevokedAt,
        OrganizationSuspended = organizationSuspended,
        StartsAt = key.Settings.StartsAt,
        ExpiresAt = key.Settings.ExpiresAt,
        SourceIps = SourceIpRules.Create(Networks(key.Settings.AllowedCidrs), Networks(key.Settings.BlockedCidrs)),
        Scopes = key.Settings.Scopes,
        Projects = key.Settings.ProjectIds.Select(id => id.Value).ToHashSet(),
        Resources = Patterns(key.Settings.Resources),
        Referrers = Patterns(key.Settings.Referrers),
        Limits = key.Settings.Limits,
    };

    // What is stored has passed the checks; should it not parse all the same, the key must not become wider than it was meant.
    private static IEnumerable<Cidr> Networks(IReadOnlyList<string> cidrs) => cidrs.Select(text => Cidr.Parse(text).Value);

    private static IReadOnlyList<WildcardPattern> Patterns(IReadOnlyList<string> texts) => [.. texts.Select(text =>
        WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new InvalidOperationException("A stored pattern does not parse."))];
}
