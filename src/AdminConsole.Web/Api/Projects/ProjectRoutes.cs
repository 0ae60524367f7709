using AdminConsole.Core.Access;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Projects.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Answers;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Projects;

/// <summary>The organization's projects.</summary>
internal static class ProjectRoutes
{
    private const string List = "/projects";
    private const string One = "/projects/{id}";

    private static IReadOnlyList<ErrorText> NameFaults => [.. ErrorText.OfText("name"), ProjectFailures.NameTaken];

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(ApiTags.Projects);
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, ProjectFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteProjects, ProjectFailures.MayNotWrite);
        reading.MapMethods(List, ApiPaths.Reading, ListAsync)
            .WithName("listProjects").WithSummary("List projects").WithDescription("The projects, by name.")
            .Takes(PageParameters.Taken);
        writing.MapPost(List, CreateAsync)
            .WithName("createProject").WithSummary("Create a project")
            .WithDescription("A name is given once, so a request that is sent again creates no second project.")
            .WithExample("""{"name": "Payments"}""").Fails(() => NameFaults).AnswersETag();
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        reading.MapMethods(One, ApiPaths.Reading, GetAsync)
            .WithName("getProject").WithSummary("Show a project").WithDescription("One project.")
            .Fails(() => [ProjectFailures.NotFound]).AnswersETag();
        writing.MapPatch(One, EditAsync)
            .WithName("editProject").WithSummary("Rename a project").WithDescription("A merge patch (RFC 7396).")
            .WithExample("""{"name": "Payments and refunds"}""")
            .Fails(() => [ProjectFailures.NotFound, ProjectFailures.Stale(4), .. NameFaults]).AnswersETag();
        writing.MapDelete(One, DeleteAsync)
            .WithName("deleteProject").WithSummary("Delete a project").WithDescription("Only one that no key is limited to.")
            .Fails(() => [ProjectFailures.NotFound, ProjectFailures.InUse(2), ProjectFailures.Stale(4)]);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
    }

    private static async Task<Results<Ok<ProjectListBody>, ApiProblem>> ListAsync(
        Query<PageParameters, PageRequest> query, HttpContext http, ProjectQueries projectQueries, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var page = await projectQueries.ListAsync(caller.Actor, caller.OrganizationId, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, found => new ProjectListBody([.. found.Items.Select(ProjectBody.Of)], found.Next));
    }

    private static async Task<Results<Ok<ProjectBody>, ApiProblem>> GetAsync(
        string id, HttpContext http, ProjectQueries projectQueries, CancellationToken cancellation) =>
        Answer(http, await projectQueries.GetAsync(http.ApiCaller().Actor, Target(http, id), cancellation));

    private static async Task<Results<Created<ProjectBody>, ApiProblem>> CreateAsync(
        JsonBody<NewProjectBody> body, HttpContext http, ProjectEditor editor, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var created = await editor.CreateAsync(caller.Actor, new(caller.OrganizationId, body.Value.Name), cancellation);
        return VersionedAnswers.Created(http, created, project => project.Version, ProjectBody.Of, project => $"{List}/{project.Id}");
    }

    private static async Task<Results<Ok<ProjectBody>, ApiProblem>> EditAsync(
        string id, JsonBody<ProjectPatchBody> patch, IfMatch seen, HttpContext http, ProjectEditor editor, CancellationToken cancellation) =>
        Answer(http, await editor.RenameAsync(http.ApiCaller().Actor, new(Target(http, id), seen.Version, patch.Value.Name), cancellation));

    private static async Task<Results<NoContent, ApiProblem>> DeleteAsync(
        string id, IfMatch seen, HttpContext http, ProjectEditor editor, CancellationToken cancellation) =>
        VersionedAnswers.Deleted(await editor.DeleteAsync(http.ApiCaller().Actor, new(Target(http, id), seen.Version), cancellation));

    private static Results<Ok<ProjectBody>, ApiProblem> Answer(HttpContext http, Result<Project> project) =>
        VersionedAnswers.Show(http, project, found => found.Version, ProjectBody.Of);

    // What is no id becomes the id of no project.
    private static ProjectTarget Target(HttpContext http, string id)
    {
        _ = Id<Project>.TryParse(id, null, out var projectId);
        return new(http.ApiCaller().OrganizationId, projectId);
    }
}
