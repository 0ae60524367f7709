using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Keys;

/// <summary>The errors of the operations on keys, as the OpenAPI document shows them.</summary>
internal static class KeyErrors
{
    public static IReadOnlyList<ErrorText> OfCreating =>
    [
        .. OfSettings,
        ErrorText.Fault(KeyFields.Kind, "kind.unknown", "Choose one of service, management."),
        ErrorText.Fault("environment", "environment.unknown", "Choose one of live, test."),
        KeyFailures.ExceedsActor,
    ];

    public static IReadOnlyList<ErrorText> OfEditing =>
        [.. OfSettings, KeyFailures.ExceedsActor, .. OfChange, KeyFailures.Revoked, KeyFailures.Stale(4)];

    public static IReadOnlyList<ErrorText> OfSwitching => [.. OfChange, KeyFailures.Revoked];

    public static IReadOnlyList<ErrorText> OfRevoking =>
    [
        ErrorText.Fault(KeyFields.RevocationReason, "reason.missing", "Choose why the key is revoked."),
        ErrorText.Fault(KeyFields.RevocationReason, "reason.unknown", "Choose one of leaked, rotated, ownerLeft, unused, policy, other."),
        .. ErrorText.OfText(KeyFields.RevocationComment),
        KeyFailures.NotFound,
        KeyFailures.Revoked,
        KeyFailures.Managed,
    ];

    public static IReadOnlyList<ErrorText> OfRotating =>
    [
        ErrorText.Fault(KeyFields.Overlap, "overlap.range", "Let the old key go on for 0 to 2592000 seconds (30 days)."),
        .. OfExpiry,
        KeyFailures.ExceedsActor,
        .. OfChange,
        KeyFailures.Revoked,
        KeyFailures.Expired,
        KeyFailures.Disabled,
        KeyFailures.Replaced(Id<ApiKey>.Parse("key_019567d2a1c07d3e8f2b6a4c91e05d40", null)),
    ];

    public static IReadOnlyList<ErrorText> OfDuplicating => [.. OfSettings, KeyFailures.ExceedsActor, .. OfChange];

    public static IReadOnlyList<ErrorText> OfDeleting => [.. OfChange, KeyFailures.NotRevoked];

    public static IReadOnlyList<ErrorText> OfLookingUp =>
    [
        ErrorText.Fault("text", "text.length", "Paste a secret, some text that holds secrets, or the last four characters of a secret."),
        ErrorText.Fault("text", "text.no_secret", "There is no secret in this text."),
    ];

    private static IReadOnlyList<ErrorText> OfSettings =>
    [
        .. ErrorText.OfText(KeyFields.Name),
        ErrorText.Fault(KeyFields.Scopes, "scopes.empty", "Give the key at least one scope: without any it would pass no check that asks for one."),
        ErrorText.Fault("scopes/0", "scope.characters", "Write a scope without spaces, commas and quotes, for example vm:read."),
        ErrorText.Fault("scopes/0", "scope.unknown", "The organization's catalogue has no scope “vm:fly”."),
        ErrorText.Fault(KeyFields.Scopes, "list.too_long", "Keep at most 100 entries; there are 101."),
        ErrorText.Fault(
            "allowedCidrs/0", "cidr.host_bits", "The address has bits behind the prefix. Every fault of a network has a code of its own, `cidr.…`."),
        ErrorText.Fault("resources/0", "pattern.star", "Put * only at the beginning or the end, for example docs_* or https://shop.example.com/*."),
        ErrorText.Fault(
            KeyFields.Counts[0], "limit.range", "Enter a whole number from 1 to 1,000,000,000, or leave it empty for no limit."),
        ErrorText.Fault(KeyFields.Claims, "json.object", "Write one JSON object."),
        ErrorText.Fault(KeyFields.Claims, "claims.too_large", "Shorten the claims to 16 KiB of JSON."),
        ErrorText.Fault(KeyFields.Owner, "owner.not_found", "There is no such owner in this organization. Choose one from the list, or none."),
        ErrorText.Fault("projectIds/0", "project.not_found", "There is no such project in this organization. Choose from the list."),
        .. OfExpiry,
        ErrorText.Fault(KeyFields.AllowedCidrs, "rule.network", "This organization's keys name the networks that may use them."),
        ErrorText.Fault(KeyFields.Tags, "rule.tags", "This organization's keys have certain tags: add production."),
    ];

    private static IReadOnlyList<ErrorText> OfExpiry =>
    [
        ErrorText.Fault(KeyFields.ExpiresAt, "expiry.past", "Choose an expiry in the future, or none. To stop the key now, revoke or disable it."),
        ErrorText.Fault(KeyFields.StartsAt, "start.after_expiry", "Let the key start before it expires."),
        ErrorText.Fault(KeyFields.ExpiresAt, "rule.lifetime", "This organization's keys live for at most 90 days."),
    ];

    private static IReadOnlyList<ErrorText> OfChange => [KeyFailures.NotFound, KeyFailures.Managed, KeyFailures.TamperDetected];
}
