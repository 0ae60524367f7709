using AdminConsole.Core.Projects;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Projects;

/// <summary>What the OpenAPI document says of the operations on projects.</summary>
internal static class ProjectOperations
{
    private static readonly ParameterText Id = ParameterText.Id(Project.IdPrefix, "project");

    public static readonly OperationText List = new("listProjects", ApiTags.Projects, "List projects", "The projects, by name.")
    {
        Parameters = [ParameterText.Limit, ParameterText.Cursor],
    };

    public static readonly OperationText Get = new("getProject", ApiTags.Projects, "Show a project", "One project.")
    {
        Parameters = [Id],
        Errors = [ProjectFailures.NotFound],
        HasVersion = true,
    };

    public static readonly OperationText Add = new("addProject", ApiTags.Projects, "Add a project", "A name is given once, so a request that is sent again adds no second project.")
    {
        Body = new(typeof(NewProjectBody), """{"name": "Payments"}"""),
        Errors = [.. NameFaults],
        HasVersion = true,
    };

    public static readonly OperationText Rename = new("editProject", ApiTags.Projects, "Rename a project", "A merge patch (RFC 7396).")
    {
        Parameters = [Id, ParameterText.IfMatch],
        Body = new(typeof(ProjectPatchBody), """{"name": "Payments and refunds"}""", IsPatch: true),
        Errors = [ProjectFailures.NotFound, ProjectFailures.Stale(4), .. NameFaults],
        HasVersion = true,
    };

    public static readonly OperationText Delete = new("deleteProject", ApiTags.Projects, "Delete a project", "Only one that no key is limited to.")
    {
        Parameters = [Id, ParameterText.IfMatch],
        Errors = [ProjectFailures.NotFound, ProjectFailures.InUse(2), ProjectFailures.Stale(4)],
    };

    private static IReadOnlyList<ErrorText> NameFaults =>
    [
        .. ErrorText.OfText("name"),
        ProjectFailures.NameTaken,
    ];
}

/// <summary>What the OpenAPI document says of the members of projects.</summary>
internal static class ProjectSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Project")
        {
            ["id"] = new("The project's id.", "prj_019567d2a1c07d3e8f2b6a4c91e05d39"),
            ["createdAt"] = new("When it was added.", "2026-03-02T09:00:00+00:00"),
            ["version"] = new("Grows by one with each change; the ETag.", 1) { Minimum = 1 },
        },
        new("Project", "NewProject", "ProjectPatch") { ["name"] = new("What people call it; no other project has the same.", "Payments") { MinLength = 1, MaxLength = Project.NameMaxLength } },
        new("ProjectList") { ["projects"] = new("The projects of this page.") },
    ];
}
