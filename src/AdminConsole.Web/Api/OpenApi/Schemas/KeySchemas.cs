using System.Text.Json.Nodes;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of the members of keys.</summary>
internal static class KeySchemas
{
    private const string Instant = "2026-03-02T09:00:00+00:00";
    private const string Patterns = "Patterns with `*` at either end, which the resource of a verification must match one of; empty: any.";

    public static readonly FieldText Id = new("The key's id.", "key_019567d2a1c07d3e8f2b6a4c91e05d37");
    public static readonly FieldText Kind = new(
        "What the key is for: an organization's own services, the console's API, or the system itself.", "service");
    public static readonly FieldText Status = new(
        "What the key is now. `expiring` is active, with less than the organization's warning time left.", "active");
    public static readonly FieldText Hint = new("The last four characters of the secret.", "3f9a");
    public static readonly FieldText OwnerName = new("The name of whom the key acts for; null for nobody.", "Deploy team");
    public static readonly FieldText CreatedAt = new("When it was created.", Instant);
    public static readonly FieldText LastUsedAt = new("When a service last had the key verified; null for never.", "2026-03-05T11:20:31.482+00:00");
    public static readonly FieldText LastUsedIp = new("The address that it was last presented from, when the service named it.", "10.1.2.3");
    public static readonly FieldText Version = new("Grows by one with each change; the ETag.", 3) { Minimum = 1 };

    private static readonly FieldText Name = new("What people call the key.", "ci-deploy") { MinLength = 1, MaxLength = ApiKey.NameMaxLength };

    private static readonly FieldText Scopes = new(
        "What the key may do: texts as `vm:read` without spaces, commas and quotes, of the organization's catalogue when it has one. At least one.",
        new JsonArray("vm:read", "vm:edit"))
    {
        MinLength = 1,
        MaxLength = ScopeText.MaxLength,
        MaxItems = ApiKey.MaxScopes,
    };

    private static readonly FieldText AllowedCidrs = new(
        "Networks (CIDR, IPv4 or IPv6) that may use the key; empty: any.", new JsonArray("10.0.0.0/8"))
    {
        MinLength = 1,
        MaxLength = Cidr.MaxTextLength,
        MaxItems = SourceIpRules.MaxPerList,
    };

    private static readonly FieldText BlockedCidrs = AllowedCidrs with
    {
        Description = "Networks that may not use the key, also where the allowed ones have them.",
        Example = new JsonArray("10.0.9.0/24"),
    };

    private static readonly FieldText Tags = new("Words to find the key by.", new JsonArray("production"))
    {
        MinLength = 1,
        MaxLength = ApiKey.TagMaxLength,
        MaxItems = ApiKey.MaxTags,
    };

    private static readonly FieldText ExpiresAt = new(
        "The key is valid until then, later than its start; null: never expires.", "2026-12-31T00:00:00+00:00");

    private static readonly FieldText Count = new("") { Minimum = KeyLimits.MinCount, Maximum = KeyLimits.MaxCount };

    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Key", "NewKey", "KeyPatch")
        {
            ["name"] = Name,
            ["description"] = new("What it is for; empty for nothing.", "Deploys from the pipeline") { MaxLength = ApiKey.DescriptionMaxLength },
            ["ownerId"] = new("Whom the key acts for; null for nobody.", "own_019567d2a1c07d3e8f2b6a4c91e05d38"),
            ["projectIds"] = new(
                "The projects that the key is limited to; empty: all of the organization's.",
                new JsonArray("prj_019567d2a1c07d3e8f2b6a4c91e05d39")) { MaxItems = ApiKey.MaxProjects },
            ["scopes"] = Scopes,
            ["allowedCidrs"] = AllowedCidrs,
            ["blockedCidrs"] = BlockedCidrs,
            ["resources"] = new(Patterns, new JsonArray("docs_*"))
            {
                MinLength = 1,
                MaxLength = WildcardPattern.MaxLength,
                MaxItems = ApiKey.MaxPatterns,
            },
            ["referrers"] = new(Patterns.Replace("resource", "referrer", StringComparison.Ordinal), new JsonArray("https://shop.example.com/*"))
            {
                MinLength = 1,
                MaxLength = WildcardPattern.MaxLength,
                MaxItems = ApiKey.MaxPatterns,
            },
            ["maxVerificationsPerIpPerHour"] = Count with
            {
                Description = "How often one address may have the key verified in an hour; null: no limit.",
                Example = 1000,
            },
            ["maxHitsPerQuery"] = Count with
            {
                Description = "The most results that one query may return; handed to the service that verifies, which keeps to it. Null: no limit.",
                Example = 100,
            },
            ["queryParameters"] = new(
                "A query string that the service forces on each query; null for none.",
                "filters=public:true") { MaxLength = KeyLimits.QueryParametersMaxLength },
            ["claims"] = new(
                "A JSON object of at most 16 KiB, handed to the service that verifies; null for none.", new JsonObject { ["plan"] = "pro" }),
            ["tags"] = Tags,
            ["startsAt"] = new("The key is not valid before; null: valid at once.", Instant),
            ["expiresAt"] = ExpiresAt,
        },
        new("NewKey")
        {
            ["kind"] = new(
                "`service` unless given. A management key's scopes are those of this API, and it can have no more than the key that makes it.",
                "service") { Names = ["service", "management"] },
            ["environment"] = new(
                "What the secret begins with: `akc_live_` unless given, or `akc_test_`. Management keys have a beginning of their own.",
                "live") { Names = ["live", "test"] },
        },
        new("Key", "KeyListEntry", "FoundKey")
        {
            ["id"] = Id,
            ["kind"] = Kind,
            ["status"] = Status,
            ["hint"] = Hint,
            ["createdAt"] = CreatedAt,
            ["lastUsedAt"] = LastUsedAt,
        },
        new("KeyListEntry", "FoundKey", "CreatedKey") { ["name"] = Name },
        new("KeyListEntry", "FoundKey") { ["ownerName"] = OwnerName },
        new("KeyListEntry")
        {
            ["scopes"] = Scopes,
            ["allowedCidrs"] = AllowedCidrs,
            ["blockedCidrs"] = BlockedCidrs,
            ["tags"] = Tags,
            ["expiresAt"] = ExpiresAt,
        },
        new("Key", "KeyListEntry") { ["updatedAt"] = new("When it was last changed.", Instant) },
        new("Key", "FoundKey") { ["lastUsedIp"] = LastUsedIp },
        new("Key", "CreatedKey") { ["version"] = Version },
        new("Key")
        {
            ["enabled"] = new("Whether it is switched on.", true),
            ["createdBy"] = new("Who created it."),
            ["updatedBy"] = new("Who changed it last."),
            ["revocation"] = new("How it was revoked; null while it is not."),
            ["replaces"] = new("The key that this one was made to replace; null for none.", "key_019567d2a1c07d3e8f2b6a4c91e05d36"),
            ["replacedBy"] = new("The key that replaces this one; null for none.", "key_019567d2a1c07d3e8f2b6a4c91e05d40"),
        },
        new("CreatedKey")
        {
            ["id"] = Id,
            ["hint"] = Hint,
            ["secret"] = new("The secret: this is its only copy. Left out when the request was repeated.", "akc_live_…") { IsOptional = true },
        },
        new("Revocation")
        {
            ["at"] = new("When it was revoked.", Instant),
            ["by"] = new("Who revoked it."),
            ["reason"] = new("Why.", "leaked"),
        },
        new("Revocation", "RevokeKey")
        {
            ["comment"] = new("Why, in words.", "Seen in a public repository") { MaxLength = ApiKey.RevocationCommentMaxLength },
        },
        new("RevokeKey")
        {
            ["reason"] = new("Why. With `other`, say why in `comment`.", "leaked")
            {
                Names = [.. Enum.GetValues<RevocationReason>().Select(EnumNames.Of)],
            },
        },
        new("RotateKey")
        {
            ["overlapSeconds"] = new("How long the old key stays valid, unless it expires before; a day unless given, 0 for not at all.", 3600)
            {
                Minimum = 0,
                Maximum = (long)RotateKey.LongestOverlap.TotalSeconds,
            },
        },
        new("RotateKey", "DuplicateKey")
        {
            ["expiresAt"] = ExpiresAt with { Description = "The new key's expiry, null for none; that of the old key unless given." },
        },
        new("DuplicateKey")
        {
            ["name"] = Name with { Description = "What people call the new key; the other's name with “copy” behind it unless given." },
        },
        new("ActorRef")
        {
            ["id"] = new("The id of an operator or of a management key; `system` for the console itself.", "op_019567d2a1c07d3e8f2b6a4c91e05d41"),
            ["name"] = new("The name at that time.", "Ada"),
        },
        new("KeyList") { ["keys"] = new("The keys of this page.") },
        new("KeyList", "AuditList", "ProjectList", "OwnerList") { ["nextCursor"] = new("Where the next page begins; null on the last.", "AYx2eUwB") },
    ];
}
