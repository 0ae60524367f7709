using AdminConsole.Core.Owners;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Owners;

/// <summary>What the OpenAPI document says of the operations on owners.</summary>
internal static class OwnerOperations
{
    private static readonly ParameterText Id = ParameterText.Id(Owner.IdPrefix, "owner");

    public static readonly OperationText List = new("listOwners", ApiTags.Owners, "List owners", "The owners, by external id.")
    {
        Parameters =
        [
            ParameterText.OneOf<OwnerKind>(OwnerFields.Kind, "What the owners are."),
            new(OwnerFields.ExternalId, new("What the organization's own systems call the owner.", "team_deploy")),
            ParameterText.Limit,
            ParameterText.Cursor,
        ],
    };

    public static readonly OperationText Get = new("getOwner", ApiTags.Owners, "Show an owner", "One owner.")
    {
        Parameters = [Id],
        Errors = [OwnerFailures.NotFound],
        HasVersion = true,
    };

    public static readonly OperationText Add = new("addOwner", ApiTags.Owners, "Add an owner", "An external id is given once, so a request that is sent again adds no second owner.")
    {
        Body = new(typeof(NewOwnerBody), """{"kind": "team", "externalId": "team_deploy", "name": "Deploy team"}"""),
        Errors = [.. Faults],
        HasVersion = true,
    };

    public static readonly OperationText Edit = new("editOwner", ApiTags.Owners, "Edit an owner", "A merge patch (RFC 7396): what is left out stays.")
    {
        Parameters = [Id, ParameterText.IfMatch],
        Body = new(typeof(OwnerPatchBody), """{"name": "Deployments"}""", IsPatch: true),
        Errors = [OwnerFailures.NotFound, OwnerFailures.Stale(4), .. Faults],
        HasVersion = true,
    };

    public static readonly OperationText Delete = new("deleteOwner", ApiTags.Owners, "Delete an owner", "Only one that no key acts for.")
    {
        Parameters = [Id, ParameterText.IfMatch],
        Errors = [OwnerFailures.NotFound, OwnerFailures.InUse(2), OwnerFailures.Stale(4)],
    };

    private static IReadOnlyList<ErrorText> Faults =>
    [
        ErrorText.Fault(OwnerFields.Kind, "kind.missing", "Choose what the owner is: user, team, machine or organization."),
        ErrorText.Fault(OwnerFields.Kind, "kind.unknown", "Choose one of user, team, machine, organization."),
        .. ErrorText.OfText(OwnerFields.Name),
        OwnerFailures.ExternalIdTaken,
    ];
}

/// <summary>What the OpenAPI document says of the members of owners.</summary>
internal static class OwnerSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Owner")
        {
            ["id"] = new("The owner's id.", "own_019567d2a1c07d3e8f2b6a4c91e05d38"),
            ["kind"] = new("What the owner is.", "team"),
            ["createdAt"] = new("When it was added.", "2026-03-02T09:00:00+00:00"),
            ["version"] = new("Grows by one with each change; the ETag.", 1) { Minimum = 1 },
        },
        new("NewOwner", "OwnerPatch") { ["kind"] = new("What the owner is.", "team") { Names = [.. Enum.GetValues<OwnerKind>().Select(EnumNames.Of)] } },
        new("Owner", "NewOwner", "OwnerPatch")
        {
            ["externalId"] = new("What the organization's own systems call it; no other owner has the same.", "team_deploy") { MinLength = 1, MaxLength = Owner.ExternalIdMaxLength },
            ["name"] = new("What people call it.", "Deploy team") { MinLength = 1, MaxLength = Owner.NameMaxLength },
        },
        new("OwnerList") { ["owners"] = new("The owners of this page.") },
    ];
}
