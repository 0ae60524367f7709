using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Policies;

/// <summary>
/// Says of each part of a policy what replacing it does, as if nothing else stood in a request's way. So it may name a part widening that another
/// part holds back, and never a part narrowing or neutral that allows anything new. Pure.
/// </summary>
public static class PolicyDiff
{
    // Stands in no stored pattern: text with it is refused. What matches beside it matches beside anything.
    private const string AnyText = "\uffff";

    public static ChangeImpact OfScopes(KeyPolicy before, KeyPolicy after) =>
        Effect(before.ScopeSet.IsSubsetOf(after.ScopeSet), after.ScopeSet.IsSubsetOf(before.ScopeSet));

    public static ChangeImpact OfProjects(KeyPolicy before, KeyPolicy after) => OfLimits(
        before.Projects.Count == 0,
        after.Projects.Count == 0,
        before.Projects.IsSubsetOf(after.Projects),
        after.Projects.IsSubsetOf(before.Projects));

    public static ChangeImpact OfAllowedNetworks(KeyPolicy before, KeyPolicy after)
    {
        var (old, @new) = (new AddressRanges(before.SourceIps.Allowed), new AddressRanges(after.SourceIps.Allowed));
        return OfLimits(before.SourceIps.Allowed.Count == 0, after.SourceIps.Allowed.Count == 0, @new.Cover(old), old.Cover(@new));
    }

    /// <summary>Of these, more is less.</summary>
    public static ChangeImpact OfBlockedNetworks(KeyPolicy before, KeyPolicy after)
    {
        var (old, @new) = (new AddressRanges(before.SourceIps.Blocked), new AddressRanges(after.SourceIps.Blocked));
        return Effect(old.Cover(@new), @new.Cover(old));
    }

    public static ChangeImpact OfResources(KeyPolicy before, KeyPolicy after) =>
        OfPatterns(before.Resources, after.Resources, StringComparison.Ordinal);

    public static ChangeImpact OfReferrers(KeyPolicy before, KeyPolicy after) =>
        OfPatterns(before.Referrers, after.Referrers, StringComparison.OrdinalIgnoreCase);

    public static ChangeImpact OfVerificationLimit(KeyPolicy before, KeyPolicy after) =>
        OfCount(before.Limits.MaxVerificationsPerIpPerHour, after.Limits.MaxVerificationsPerIpPerHour);

    /// <summary>Kept by the service that asks, not by the evaluator.</summary>
    public static ChangeImpact OfHitLimit(KeyPolicy before, KeyPolicy after) => OfCount(before.Limits.MaxHitsPerQuery, after.Limits.MaxHitsPerQuery);

    /// <summary>Kept by the service that asks. What another text lets through cannot be told, so it counts as widening.</summary>
    public static ChangeImpact OfQueryParameters(KeyPolicy before, KeyPolicy after) =>
        (before.Limits.QueryParameters, after.Limits.QueryParameters) switch
        {
            var (old, @new) when old == @new => ChangeImpact.Neutral,
            (null, _) => ChangeImpact.Narrows,
            _ => ChangeImpact.Widens,
        };

    /// <summary>From now on: a start that lies in the past is none.</summary>
    public static ChangeImpact OfStart(KeyPolicy before, KeyPolicy after, DateTimeOffset now)
    {
        var (old, @new) = (Later(before.StartsAt, now), Later(after.StartsAt, now));
        return Effect(@new <= old, old <= @new);
    }

    /// <summary>From now on: when in the past a key expired makes no difference.</summary>
    public static ChangeImpact OfExpiry(KeyPolicy before, KeyPolicy after, DateTimeOffset now)
    {
        var (old, @new) = (Later(before.ExpiresAt ?? DateTimeOffset.MaxValue, now), Later(after.ExpiresAt ?? DateTimeOffset.MaxValue, now));
        return Effect(old <= @new, @new <= old);
    }

    private static DateTimeOffset Later(DateTimeOffset? moment, DateTimeOffset now) => moment > now ? moment.Value : now;

    private static ChangeImpact OfCount(int? before, int? after) =>
        Effect((before ?? int.MaxValue) <= (after ?? int.MaxValue), (after ?? int.MaxValue) <= (before ?? int.MaxValue));

    private static ChangeImpact OfPatterns(
        IReadOnlyList<WildcardPattern> before, IReadOnlyList<WildcardPattern> after, StringComparison comparison) =>
        OfLimits(before.Count == 0, after.Count == 0, Cover(after, before, comparison), Cover(before, after, comparison));

    /// <summary>Whether whatever matches one of <paramref name="patterns"/> matches one of <paramref name="covering"/>.</summary>
    private static bool Cover(IReadOnlyList<WildcardPattern> covering, IReadOnlyList<WildcardPattern> patterns, StringComparison comparison) =>
        patterns.All(pattern => covering.Any(candidate => candidate.Matches(pattern.WidestMatch(AnyText), comparison)));

    /// <summary>For lists of which an empty one means that anything goes, also a request that does not say what the list is about.</summary>
    private static ChangeImpact OfLimits(bool wasUnlimited, bool isUnlimited, bool covers, bool isCovered) => (wasUnlimited, isUnlimited) switch
    {
        (true, true) => ChangeImpact.Neutral,
        (true, false) => ChangeImpact.Narrows,
        (false, true) => ChangeImpact.Widens,
        _ => Effect(covers, isCovered),
    };

    private static ChangeImpact Effect(bool keepsAll, bool addsNone) =>
        !addsNone ? ChangeImpact.Widens : keepsAll ? ChangeImpact.Neutral : ChangeImpact.Narrows;
}
