using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Projects;

/// <summary>A project as the API shows it.</summary>
internal sealed record ProjectBody(Id<Project> Id, string Name, DateTimeOffset CreatedAt, int Version)
{
    public static ProjectBody Of(Project project) => new(project.Id, project.Name, project.CreatedAt, project.Version);
}

/// <summary>A page of projects, by name.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record ProjectListBody(IReadOnlyList<ProjectBody> Projects, string? NextCursor);

/// <summary>A project to add.</summary>
internal sealed record NewProjectBody
{
    public string? Name { get; init; }
}

/// <summary>What to change of a project.</summary>
internal sealed record ProjectPatchBody
{
    public Optional<string?> Name { get; init; }
}
