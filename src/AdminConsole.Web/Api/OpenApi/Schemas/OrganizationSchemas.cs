using System.Text.Json.Nodes;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of the members of the organization.</summary>
internal static class OrganizationSchemas
{
    private static readonly FieldText Scope = new("A text as `vm:read`, without spaces, commas and quotes.", "vm:read")
    {
        MinLength = 1,
        MaxLength = ScopeText.MaxLength,
    };

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
            ["expiryWarningDays"] = new("A key with fewer days left than this is expiring; 0 for none.", 14)
            {
                Minimum = 0,
                Maximum = Organization.MaxExpiryWarningDays,
            },
            ["maxKeyLifetimeDays"] = new("The longest that a new key may be valid, in days; null: without end.", 90)
            {
                Minimum = 1,
                Maximum = Organization.LongestKeyLifetimeDays,
            },
            ["requiresAllowedNetwork"] = new("Whether each key must name the networks that may use it.", false),
            ["requiredTags"] = new("Tags that each key must have.", new JsonArray("production"))
            {
                MinLength = 1,
                MaxLength = ApiKey.TagMaxLength,
                MaxItems = ApiKey.MaxTags,
            },
        },
        new("ScopeList", "Scopes") { ["scopes"] = new(
            "The scopes that keys may have; empty: any well-formed scope.") { MaxItems = Organization.MaxCatalogueScopes } },
        new("Scope", "NewScope")
        {
            ["scope"] = Scope,
            ["description"] = new("What it is for.", "See machines") { MaxLength = ScopeDefinition.DescriptionMaxLength },
        },
    ];
}
