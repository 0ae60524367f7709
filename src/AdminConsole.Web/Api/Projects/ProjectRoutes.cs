using AdminConsole.Core.Actors;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Projects;

/// <summary>The organization's projects.</summary>
internal static class ProjectRoutes
{
    private const string List = "/projects";
    private const string One = "/projects/{id}";

    public static void MapProjects(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, ProjectFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteProjects, ProjectFailures.MayNotWrite);
        reading.MapMethods(List, ApiRoutes.Reading, ListAsync).Describe(() => ProjectOperations.List);
        writing.MapPost(List, AddAsync).Describe(() => ProjectOperations.Add);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        reading.MapMethods(One, ApiRoutes.Reading, GetAsync).Describe(() => ProjectOperations.Get);
        writing.MapPatch(One, RenameAsync).Describe(() => ProjectOperations.Rename);
        writing.MapDelete(One, DeleteAsync).Describe(() => ProjectOperations.Delete);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
    }

    private static async Task<Results<Ok<ProjectListBody>, ApiProblem>> ListAsync(
        Query<PageParameters, PageRequest> query, HttpContext http, ProjectFinder finder, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var page = await finder.ListAsync(caller.Actor, caller.OrganizationId, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, found => new ProjectListBody([.. found.Items.Select(ProjectBody.Of)], found.Next));
    }

    private static async Task<Results<Ok<ProjectBody>, ApiProblem>> GetAsync(
        string id, HttpContext http, ProjectFinder finder, CancellationToken cancellation) =>
        Answer(http, await finder.GetAsync(http.ManagementCaller().Actor, Target(http, id), cancellation));

    private static async Task<Results<Created<ProjectBody>, ApiProblem>> AddAsync(
        JsonBody<NewProjectBody> body, HttpContext http, ProjectEditor editor, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var added = await editor.AddAsync(caller.Actor, new(caller.OrganizationId, body.Value.Name), cancellation);
        return VersionedAnswers.Created(http, added, project => project.Version, ProjectBody.Of, project => $"{List}/{project.Id}");
    }

    private static async Task<Results<Ok<ProjectBody>, ApiProblem>> RenameAsync(
        string id, JsonBody<ProjectPatchBody> patch, IfMatch seen, HttpContext http, ProjectEditor editor, CancellationToken cancellation) =>
        Answer(http, await editor.RenameAsync(http.ManagementCaller().Actor, new(Target(http, id), seen.Version, patch.Value.Name), cancellation));

    private static async Task<Results<NoContent, ApiProblem>> DeleteAsync(
        string id, IfMatch seen, HttpContext http, ProjectEditor editor, CancellationToken cancellation) =>
        VersionedAnswers.Deleted(await editor.DeleteAsync(http.ManagementCaller().Actor, new(Target(http, id), seen.Version), cancellation));

    private static Results<Ok<ProjectBody>, ApiProblem> Answer(HttpContext http, Result<Project> project) =>
        VersionedAnswers.Show(http, project, found => found.Version, ProjectBody.Of);

    // What is no id becomes the id of no project.
    private static ProjectTarget Target(HttpContext http, string id)
    {
        _ = Id<Project>.TryParse(id, null, out var projectId);
        return new(http.ManagementCaller().OrganizationId, projectId);
    }
}
