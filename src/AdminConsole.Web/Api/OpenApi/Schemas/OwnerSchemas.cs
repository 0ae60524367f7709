using AdminConsole.Core.Owners;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of the members of owners.</summary>
internal static class OwnerSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Owner")
        {
            ["id"] = new("The owner's id.", "own_019567d2a1c07d3e8f2b6a4c91e05d38"),
            ["kind"] = new("What the owner is.", "team"),
            ["createdAt"] = new("When it was created.", "2026-03-02T09:00:00+00:00"),
            ["version"] = new("Grows by one with each change; the ETag.", 1) { Minimum = 1 },
        },
        new(
            "NewOwner",
            "OwnerPatch") { ["kind"] = new("What the owner is.", "team") { Names = [.. Enum.GetValues<OwnerKind>().Select(EnumNames.Of)] } },
        new("Owner", "NewOwner", "OwnerPatch")
        {
            ["externalId"] = new("What the organization's own systems call it; no other owner has the same.", "team_deploy")
            {
                MinLength = 1,
                MaxLength = Owner.ExternalIdMaxLength,
            },
            ["name"] = new("What people call it.", "Deploy team") { MinLength = 1, MaxLength = Owner.NameMaxLength },
        },
        new("OwnerList") { ["owners"] = new("The owners of this page.") },
    ];
}
