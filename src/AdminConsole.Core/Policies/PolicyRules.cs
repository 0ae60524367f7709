using System.Globalization;
using AdminConsole.Core.Policies.Addresses;
using Refusal = AdminConsole.Core.Policies.PolicyCheck.Refusal;

namespace AdminConsole.Core.Policies;

/// <summary>
/// The rules, one method each, named after the refusal. A rule allocates only to refuse. The wording repeats nothing the caller sent but the
/// address and the scopes, whose lengths are bounded.
/// </summary>
internal static class PolicyRules
{
    public static Refusal? Revoked(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        policy.RevokedAt is { } at ? new Refusal($"The key was revoked at {Instant(at)}.") : null;

    public static Refusal? Disabled(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        policy.Enabled ? null : new Refusal("The key is disabled.");

    public static Refusal? OrganizationSuspended(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        policy.OrganizationSuspended ? new Refusal("The organization is suspended.") : null;

    public static Refusal? NotYetValid(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        now < policy.StartsAt ? new Refusal($"The key starts at {Instant(policy.StartsAt.Value)}.") : null;

    public static Refusal? Expired(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        now >= policy.ExpiresAt ? new Refusal($"The key expired at {Instant(policy.ExpiresAt.Value)}.") : null;

    public static Refusal? IpBlocked(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        request.ClientIp is { } address && policy.SourceIps.Blocks(address)
            ? new Refusal($"{address} is in the blocked network {policy.SourceIps.BlockedBy(address)}.")
            : null;

    /// <summary>
    /// Also refuses a request without an address when any rule needs one: a blocked network or an hourly limit would otherwise be passed by silence.
    /// </summary>
    public static Refusal? IpNotAllowed(KeyPolicy policy, VerificationRequest request, DateTimeOffset now)
    {
        if (request.ClientIp is not { } address)
        {
            return NeedsAddress(policy) ? new Refusal("The key has rules about addresses, and no address was given.") : null;
        }

        return policy.SourceIps.Allows(address) ? null : Outside(policy.SourceIps.Allowed, address);
    }

    public static Refusal? ReferrerNotAllowed(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        AnyMatches(policy.Referrers, request.Referrer, StringComparison.OrdinalIgnoreCase)
            ? null
            : Unmatched("referrer", request.Referrer, policy.Referrers);

    public static Refusal? ProjectNotAllowed(KeyPolicy policy, VerificationRequest request, DateTimeOffset now)
    {
        if (policy.Projects.Count == 0 || (request.Project is { } project && policy.Projects.Contains(project)))
        {
            return null;
        }

        return new Refusal(
            request.Project is null ? "The key is limited to projects, and no project was given." : "The project is not one of the key's.");
    }

    public static Refusal? ResourceNotAllowed(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        AnyMatches(policy.Resources, request.Resource, StringComparison.Ordinal) ? null : Unmatched("resource", request.Resource, policy.Resources);

    public static Refusal? ScopeMissing(KeyPolicy policy, VerificationRequest request, DateTimeOffset now)
    {
        List<string>? missing = null;
        for (var i = 0; i < request.Scopes.Count; i++)
        {
            if (!policy.ScopeSet.Contains(request.Scopes[i]))
            {
                (missing ??= []).Add(request.Scopes[i]);
            }
        }

        return missing is null ? null : new Refusal($"The key lacks {string.Join(", ", missing)}.") { MissingScopes = missing };
    }

    public static Refusal? RateLimited(KeyPolicy policy, VerificationRequest request, DateTimeOffset now) =>
        request.VerificationsThisHour >= policy.Limits.MaxVerificationsPerIpPerHour
            ? new Refusal(Invariant($"The limit of {policy.Limits.MaxVerificationsPerIpPerHour} verifications an hour for one address is used up."))
            : null;

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static bool NeedsAddress(KeyPolicy policy) => !policy.SourceIps.IsAny || policy.Limits.MaxVerificationsPerIpPerHour is not null;

    private static bool AnyMatches(IReadOnlyList<WildcardPattern> patterns, string? value, StringComparison comparison)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (value is not null && patterns[i].Matches(value, comparison))
            {
                return true;
            }
        }

        return patterns.Count == 0;
    }

    // One rule is named; of many, the number says enough.
    private static Refusal Outside(IReadOnlyList<Cidr> allowed, ClientAddress address) => new(allowed is [var only]
        ? $"{address} is not in the allowed network {only}."
        : Invariant($"{address} is in none of the {allowed.Count} allowed networks."));

    private static Refusal Unmatched(string noun, string? value, IReadOnlyList<WildcardPattern> patterns) => new((value, patterns) switch
    {
        (null, _) => $"The key is limited to certain {noun}s, and no {noun} was given.",
        (_, [var only]) => $"The {noun} does not match the pattern {only}.",
        _ => Invariant($"The {noun} matches none of the key's {patterns.Count} patterns."),
    });

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
