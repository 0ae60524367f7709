using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Description;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Keys;

/// <summary>What the OpenAPI document says of the operations that make and change keys.</summary>
internal static class KeyOperations
{
    public static readonly ParameterText Id = ParameterText.Id(ApiKey.IdPrefix, "key");

    public static readonly IReadOnlyList<ErrorText> SettingFaults =
    [
        .. ErrorText.OfText(KeyFields.Name),
        ErrorText.Fault(KeyFields.Scopes, "scopes.empty", "Give the key at least one scope: without any it would pass no check that asks for one."),
        ErrorText.Fault("scopes/0", "scope.characters", "Write a scope without spaces, commas and quotes, for example vm:read."),
        ErrorText.Fault("scopes/0", "scope.unknown", "The organization's catalogue has no scope “vm:fly”."),
        ErrorText.Fault(KeyFields.Scopes, "list.too_long", "Keep at most 100 entries; there are 101."),
        ErrorText.Fault("allowedCidrs/0", "cidr.host_bits", "The address has bits behind the prefix. Every fault of a network has a code of its own, `cidr.…`."),
        ErrorText.Fault("resources/0", "pattern.star", "Put * only at the beginning or the end, for example docs_* or *.example.com."),
        ErrorText.Fault(KeyFields.MaxHitsPerQuery, "limit.range", "Enter a whole number from 1 to 1,000,000,000, or leave it empty for no limit."),
        ErrorText.Fault(KeyFields.Claims, "json.object", "Write one JSON object."),
        ErrorText.Fault(KeyFields.Claims, "claims.too_large", "Shorten the claims to 16 KiB of JSON."),
        ErrorText.Fault(KeyFields.Owner, "owner.not_found", "There is no such owner in this organization. Choose one from the list, or none."),
        ErrorText.Fault("projectIds/0", "project.not_found", "There is no such project in this organization. Choose from the list."),
        .. ExpiryFaults,
        ErrorText.Fault(KeyFields.AllowedCidrs, "rule.network", "This organization's keys name the networks that may use them."),
        ErrorText.Fault(KeyFields.Tags, "rule.tags", "This organization's keys have certain tags: add production."),
    ];

    public static readonly OperationText Create = new("createKey", ApiTags.Keys, "Create a key", "Answers the secret, this once.")
    {
        Parameters = [ParameterText.IdempotencyKey],
        Body = new(typeof(NewKeyBody), """{"name": "ci-deploy", "scopes": ["vm:read", "vm:edit"], "allowedCidrs": ["10.0.0.0/8"], "expiresAt": "2026-12-31T00:00:00Z"}"""),
        Errors =
        [
            .. SettingFaults,
            ErrorText.Fault(KeyFields.Kind, "kind.unknown", "Choose one of service, management."),
            ErrorText.Fault("environment", "environment.unknown", "Choose one of live, test."),
            .. Idempotency,
            .. OfWriting,
        ],
        HasVersion = true,
    };

    public static readonly OperationText Patch = new(
        "editKey",
        ApiTags.Keys,
        "Edit a key",
        "A merge patch (RFC 7396): what is left out stays, null clears what can be cleared, a list replaces the whole list, and claims are merged member by member. Answers the key, or 204 without `keys:read`. With `dryRun=true` nothing is saved, and the answer is a preview: each change with what it does, and recent requests replayed.")
    {
        Parameters =
        [
            Id,
            ParameterText.IfMatch,
            new("dryRun", new("Whether to say what the edit would do, and save nothing.", false)) { Type = JsonSchemaType.Boolean },
        ],
        Body = new(typeof(KeyPatchBody), """{"scopes": ["vm:read"], "expiresAt": null}""", IsPatch: true),
        OtherAnswer = typeof(KeyPreviewBody),
        Errors = [.. SettingFaults, .. OfWriting, .. OfChange, KeyFailures.Revoked, KeyFailures.Stale(4)],
        HasVersion = true,
    };

    public static readonly OperationText Disable = new("disableKey", ApiTags.Keys, "Disable a key", "Switches it off until it is enabled. Needs no version: switching off always wins.")
    {
        Parameters = [Id],
        Errors = [.. OfChange, KeyFailures.Revoked],
        HasVersion = true,
    };

    public static readonly OperationText Enable = Disable with { Id = "enableKey", Summary = "Enable a key", Description = "Switches a disabled key on again." };

    public static readonly OperationText Revoke = new("revokeKey", ApiTags.Keys, "Revoke a key", "Ends it for good. Needs no version and always wins.")
    {
        Parameters = [Id],
        Body = new(typeof(RevokeKeyBody), """{"reason": "leaked", "comment": "Seen in a public repository"}"""),
        Errors =
        [
            ErrorText.Fault(KeyFields.RevocationReason, "reason.missing", "Choose why the key is revoked."),
            ErrorText.Fault(KeyFields.RevocationReason, "reason.unknown", "Choose one of leaked, rotated, ownerLeft, unused, policy, other."),
            .. ErrorText.OfText(KeyFields.RevocationComment),
            KeyFailures.NotFound,
            KeyFailures.Revoked,
            KeyFailures.Managed,
        ],
        HasVersion = true,
    };

    public static readonly OperationText Rotate = new("rotateKey", ApiTags.Keys, "Rotate a key", "Makes a successor with the same settings and a secret of its own; the old key ends after the overlap.")
    {
        Parameters = [Id, ParameterText.IdempotencyKey],
        Body = new(typeof(RotateKeyBody), """{"overlapSeconds": 3600}"""),
        Errors =
        [
            ErrorText.Fault(KeyFields.Overlap, "overlap.range", "Let the old key go on for 0 to 2592000 seconds (30 days)."),
            .. ExpiryFaults,
            .. Idempotency,
            .. OfWriting,
            .. OfChange,
            KeyFailures.Revoked,
            KeyFailures.Expired,
            KeyFailures.Disabled,
            KeyFailures.Replaced(Id<ApiKey>.Parse("key_019567d2a1c07d3e8f2b6a4c91e05d40", null)),
        ],
        HasVersion = true,
    };

    public static readonly OperationText Duplicate = new("duplicateKey", ApiTags.Keys, "Duplicate a key", "Makes a key with the same settings, another name and a secret of its own.")
    {
        Parameters = [Id, ParameterText.IdempotencyKey],
        Body = new(typeof(DuplicateKeyBody), """{"name": "ci-deploy, second stage"}"""),
        Errors = [.. SettingFaults, .. Idempotency, .. OfWriting, .. OfChange],
        HasVersion = true,
    };

    public static readonly OperationText Delete = new("deleteKey", ApiTags.Keys, "Delete a revoked key", "Its audit entries stay.")
    {
        Parameters = [Id],
        Errors = [.. OfChange, KeyFailures.NotRevoked],
    };

    private static IReadOnlyList<ErrorText> ExpiryFaults =>
    [
        ErrorText.Fault(KeyFields.ExpiresAt, "expiry.past", "Choose an expiry in the future, or none. To stop the key now, revoke or disable it."),
        ErrorText.Fault(KeyFields.StartsAt, "start.after_expiry", "Let the key start before it expires."),
        ErrorText.Fault(KeyFields.ExpiresAt, "rule.lifetime", "This organization's keys live for at most 90 days."),
    ];

    private static IReadOnlyList<ErrorText> OfWriting => [KeyFailures.ExceedsActor];

    private static IReadOnlyList<ErrorText> OfChange => [KeyFailures.NotFound, KeyFailures.Managed, KeyFailures.SealBroken];

    private static IReadOnlyList<ErrorText> Idempotency =>
    [
        Failure.Invalid("idempotencyKey", "idempotency_key.malformed", "Send 1 to 255 visible ASCII characters as Idempotency-Key."),
        new ApiProblem(StatusCodes.Status422UnprocessableEntity, "idempotency_key.reused", "This Idempotency-Key came with another request before. Use a new one for a new request."),
    ];
}
