using AdminConsole.Core.Auditing;
using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Keys;

/// <summary>A field that an edit changes, and what that does to what the key may do.</summary>
public sealed record ClassifiedChange(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After, ChangeImpact Effect);

/// <summary>Classifies a diff, line by line. What decides nothing (name, description, owner, claims, tags) is neutral.</summary>
public static class ChangeClassifier
{
    public static IReadOnlyList<ClassifiedChange> Classify(
        IEnumerable<FieldChange> changes, KeyPolicy before, KeyPolicy after, DateTimeOffset now) =>
        [.. changes.Select(change => new ClassifiedChange(change.Field, change.Before, change.After, Of(change.Field, before, after, now)))];

    private static ChangeImpact Of(string field, KeyPolicy before, KeyPolicy after, DateTimeOffset now) => field switch
    {
        KeyFields.Projects => PolicyDiff.OfProjects(before, after),
        KeyFields.Scopes => PolicyDiff.OfScopes(before, after),
        KeyFields.AllowedCidrs => PolicyDiff.OfAllowedNetworks(before, after),
        KeyFields.BlockedCidrs => PolicyDiff.OfBlockedNetworks(before, after),
        KeyFields.Resources => PolicyDiff.OfResources(before, after),
        KeyFields.Referrers => PolicyDiff.OfReferrers(before, after),
        KeyFields.MaxVerificationsPerIpPerHour => PolicyDiff.OfVerificationLimit(before, after),
        KeyFields.MaxHitsPerQuery => PolicyDiff.OfHitLimit(before, after),
        KeyFields.QueryParameters => PolicyDiff.OfQueryParameters(before, after),
        KeyFields.StartsAt => PolicyDiff.OfStart(before, after, now),
        KeyFields.ExpiresAt => PolicyDiff.OfExpiry(before, after, now),
        _ => ChangeImpact.Neutral,
    };
}
