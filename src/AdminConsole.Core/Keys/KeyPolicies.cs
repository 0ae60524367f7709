using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Keys;

public static class KeyPolicies
{
    /// <summary>The key's policy, compiled for the evaluator.</summary>
    public static KeyPolicy ToPolicy(this ApiKey key, bool organizationSuspended) => KeySnapshot.Of(key).ToPolicy(key.Version, organizationSuspended);

    /// <summary>
    /// The same for a key as it is stored; its description and tags decide nothing. Null for one that a console with other rules has stored, and this
    /// version cannot read: one such key must not keep all the others from being verified.
    /// </summary>
    internal static KeyPolicy? TryToPolicy(this StoredKey key, bool organizationSuspended)
    {
        try
        {
            return key.ToPolicy(organizationSuspended);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static KeyPolicy ToPolicy(this StoredKey key, bool organizationSuspended)
    {
        var settings = new KeySettings
        {
            ProjectIds = key.ProjectIds,
            Scopes = key.Scopes,
            AllowedCidrs = key.AllowedCidrs,
            BlockedCidrs = key.BlockedCidrs,
            Resources = key.Resources,
            Referrers = key.Referrers,
            Limits = key.Limits,
            StartsAt = key.StartsAt,
            ExpiresAt = key.ExpiresAt,
        };
        return new KeySnapshot(settings, key.Enabled, key.RevokedAt).ToPolicy(key.Version, organizationSuspended);
    }

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
