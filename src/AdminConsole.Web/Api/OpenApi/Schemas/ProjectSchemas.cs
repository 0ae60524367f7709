using AdminConsole.Core.Projects;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of the members of projects.</summary>
internal static class ProjectSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Project")
        {
            ["id"] = new("The project's id.", "prj_019567d2a1c07d3e8f2b6a4c91e05d39"),
            ["createdAt"] = new("When it was created.", "2026-03-02T09:00:00+00:00"),
            ["version"] = new("Grows by one with each change; the ETag.", 1) { Minimum = 1 },
        },
        new("Project", "NewProject", "ProjectPatch") { ["name"] = new(
            "What people call it; no other project has the same.", "Payments") { MinLength = 1, MaxLength = Project.NameMaxLength } },
        new("ProjectList") { ["projects"] = new("The projects of this page.") },
    ];
}
