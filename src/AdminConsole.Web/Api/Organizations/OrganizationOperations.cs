using System.Text.Json.Nodes;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Organizations;

/// <summary>What the OpenAPI document says of the operations on the organization.</summary>
internal static class OrganizationOperations
{
    public static readonly OperationText Get = new("getOrganization", ApiTags.Organization, "Show the organization", "The organization and its rules for keys.")
    {
        HasVersion = true,
    };

    public static readonly OperationText Edit = new("editOrganization", ApiTags.Organization, "Edit the organization", "A merge patch (RFC 7396): what is left out stays, null takes a rule away. A new rule holds for keys that are created, rotated or duplicated from then on, and for edits of what it is about.")
    {
        Parameters = [ParameterText.IfMatch],
        Body = new(typeof(OrganizationPatchBody), """{"maxKeyLifetimeDays": 90, "requiredTags": ["production"]}""", IsPatch: true),
        Errors =
        [
            .. OfWriting,
            .. ErrorText.OfText(OrganizationFields.Name),
            ErrorText.Fault(OrganizationFields.MaxKeyLifetimeDays, "days.range", "Enter 1 to 3650 days."),
            ErrorText.Fault(OrganizationFields.RequiredTags, "list.too_long", "Require at most 50 tags: a key has no more."),
        ],
        HasVersion = true,
    };

    public static readonly OperationText GetScopes = Get with { Id = "getScopes", Summary = "Show the scope catalogue", Description = "The scopes that keys may have; none: any well-formed scope." };

    public static readonly OperationText ReplaceScopes = new("replaceScopes", ApiTags.Organization, "Replace the scope catalogue", "Keys that have a scope which is taken out keep it. The catalogue shares its version with the organization.")
    {
        Parameters = [ParameterText.IfMatch],
        Body = new(typeof(ScopesBody), """{"scopes": [{"scope": "vm:read", "description": "See machines"}]}"""),
        Errors =
        [
            .. OfWriting,
            .. ErrorText.OfText("scopes/0/description"),
            ErrorText.Fault(OrganizationFields.Scopes, "scopes.missing", "Send the whole list; an empty one lets keys have any scope."),
            ErrorText.Fault(OrganizationFields.Scopes, "list.too_long", "Keep at most 500 scopes."),
            ErrorText.Fault("scopes/0/scope", "scope.characters", "Write a scope without spaces, commas and quotes, for example vm:read."),
            ErrorText.Fault("scopes/1/scope", "scope.repeated", "This scope stands in the list already."),
        ],
        HasVersion = true,
    };

    private static IReadOnlyList<ErrorText> OfWriting => [OrganizationFailures.Stale(4)];
}

/// <summary>What the OpenAPI document says of the members of the organization.</summary>
internal static class OrganizationSchemas
{
    private static readonly FieldText Scope = new("A text as `vm:read`, without spaces, commas and quotes.", "vm:read") { MinLength = 1, MaxLength = ApiKey.ScopeMaxLength };

    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Organization")
        {
            ["id"] = new("The organization's id.", "org_019567d2a1c07d3e8f2b6a4c91e05d35"),
            ["slug"] = new("Its short name, for addresses and commands.", "acme"),
            ["suspendedAt"] = new("Since when none of its keys is valid; null while it is not suspended."),
            ["version"] = new("Grows by one with each change of the rules or of the scopes; the ETag.", 3) { Minimum = 1 },
        },
        new("Organization", "OrganizationPatch")
        {
            ["name"] = new("What people call it.", "Acme") { MinLength = 1, MaxLength = Organization.NameMaxLength },
            ["expiryWarningDays"] = new("A key with fewer days left than this is expiring; 0 for none.", 14) { Minimum = 0, Maximum = Organization.MaxExpiryWarningDays },
            ["maxKeyLifetimeDays"] = new("The longest that a new key may be valid, in days; null: without end.", 90) { Minimum = 1, Maximum = Organization.LongestKeyLifetimeDays },
            ["requiresAllowedNetwork"] = new("Whether each key must name the networks that may use it.", false),
            ["requiredTags"] = new("Tags that each key must have.", new JsonArray("production")) { MinLength = 1, MaxLength = ApiKey.TagMaxLength, MaxItems = ApiKey.MaxTags },
        },
        new("ScopeList", "Scopes") { ["scopes"] = new("The scopes that keys may have; empty: any well-formed scope.") { MaxItems = Organization.MaxCatalogueScopes } },
        new("Scope", "NewScope")
        {
            ["scope"] = Scope,
            ["description"] = new("What it is for.", "See machines") { MaxLength = ScopeDefinition.DescriptionMaxLength },
        },
    ];
}
