using AdminConsole.Core.Actors;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Organizations;

/// <summary>The caller's organization: its rules for keys and its scope catalogue, which share one version.</summary>
internal static class OrganizationRoutes
{
    private const string One = "/organization";
    private const string Scopes = "/scopes";

    public static void MapOrganization(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, OrganizationFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteOrganization, OrganizationFailures.MayNotWrite);
        reading.MapMethods(One, ApiRoutes.Reading, GetAsync).Describe(() => OrganizationOperations.Get);
        writing.MapPatch(One, EditAsync).Describe(() => OrganizationOperations.Edit);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch);
        reading.MapMethods(Scopes, ApiRoutes.Reading, GetScopesAsync).Describe(() => OrganizationOperations.GetScopes);
        writing.MapPut(Scopes, ReplaceScopesAsync).Describe(() => OrganizationOperations.ReplaceScopes);
        api.MapOtherMethods(Scopes, HttpMethods.Get, HttpMethods.Put);
    }

    private static async Task<Results<Ok<OrganizationBody>, ApiProblem>> GetAsync(
        HttpContext http, OrganizationDirectory directory, CancellationToken cancellation) =>
        Answer(http, await FindAsync(http, directory, cancellation), OrganizationBody.Of);

    private static async Task<Results<Ok<ScopeListBody>, ApiProblem>> GetScopesAsync(
        HttpContext http, OrganizationDirectory directory, CancellationToken cancellation) =>
        Answer(http, await FindAsync(http, directory, cancellation), ScopeListBody.Of);

    private static async Task<Results<Ok<OrganizationBody>, ApiProblem>> EditAsync(
        JsonBody<OrganizationPatchBody> patch, IfMatch seen, HttpContext http, OrganizationEditor editor, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var edited = await editor.EditAsync(caller.Actor, new(caller.OrganizationId, seen.Version, patch.Value.ToPatch()), cancellation);
        return Answer(http, edited, OrganizationBody.Of);
    }

    private static async Task<Results<Ok<ScopeListBody>, ApiProblem>> ReplaceScopesAsync(
        JsonBody<ScopesBody> body, IfMatch seen, HttpContext http, ScopeCatalogueEditor editor, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var replaced = await editor.ReplaceAsync(caller.Actor, body.Value.ToCommand(caller.OrganizationId, seen.Version), cancellation);
        return Answer(http, replaced, ScopeListBody.Of);
    }

    private static Task<Result<Organization>> FindAsync(HttpContext http, OrganizationDirectory directory, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        return directory.GetAsync(caller.Actor, caller.OrganizationId, cancellation);
    }

    private static Results<Ok<T>, ApiProblem> Answer<T>(HttpContext http, Result<Organization> organization, Func<Organization, T> body) =>
        VersionedAnswers.Show(http, organization, found => found.Version, body);
}
