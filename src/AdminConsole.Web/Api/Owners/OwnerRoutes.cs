using AdminConsole.Core.Actors;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Owners;

/// <summary>The organization's owners: who its keys act for.</summary>
internal static class OwnerRoutes
{
    private const string List = "/owners";
    private const string One = "/owners/{id}";

    public static void MapOwners(this IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, OwnerFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteOwners, OwnerFailures.MayNotWrite);
        reading.MapMethods(List, ApiRoutes.Reading, ListAsync).Describe(() => OwnerOperations.List);
        writing.MapPost(List, AddAsync).Describe(() => OwnerOperations.Add);
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        reading.MapMethods(One, ApiRoutes.Reading, GetAsync).Describe(() => OwnerOperations.Get);
        writing.MapPatch(One, EditAsync).Describe(() => OwnerOperations.Edit);
        writing.MapDelete(One, DeleteAsync).Describe(() => OwnerOperations.Delete);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
    }

    private static async Task<Results<Ok<OwnerListBody>, ApiProblem>> ListAsync(HttpContext http, OwnerFinder finder, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var parameters = new ApiParameters(http.Request.Query);
        parameters.AllowOnly(OwnerFields.Kind, OwnerFields.ExternalId, ApiParameters.Cursor, ApiParameters.Limit);
        var query = new OwnerQuery(caller.OrganizationId, parameters.Page())
        {
            Kind = parameters.OneOf<OwnerKind>(OwnerFields.Kind),
            ExternalId = parameters.Text(OwnerFields.ExternalId),
        };
        if (parameters.Faults.Count > 0)
        {
            return ApiProblem.Of(parameters.Faults);
        }

        var page = await finder.ListAsync(caller.Actor, query, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, found => new OwnerListBody([.. found.Items.Select(OwnerBody.Of)], found.Next));
    }

    private static async Task<Results<Ok<OwnerBody>, ApiProblem>> GetAsync(string id, HttpContext http, OwnerFinder finder, CancellationToken cancellation) =>
        Answer(http, await finder.GetAsync(http.ManagementCaller().Actor, Target(http, id), cancellation));

    private static async Task<Results<Created<OwnerBody>, ApiProblem>> AddAsync(HttpContext http, OwnerEditor editor, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync<NewOwnerBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var patch = body.ToPatch();
        if (!patch.Succeeded)
        {
            return ApiProblem.Of(patch.Failures);
        }

        var caller = http.ManagementCaller();
        var settings = new OwnerSettings(patch.Value.Kind.Or(null), patch.Value.ExternalId.Or(null), patch.Value.Name.Or(null));
        var added = await editor.AddAsync(caller.Actor, new(caller.OrganizationId, settings), cancellation);
        return VersionedAnswers.Created(http, added, owner => owner.Version, OwnerBody.Of, owner => $"{List}/{owner.Id}");
    }

    private static async Task<Results<Ok<OwnerBody>, ApiProblem>> EditAsync(string id, HttpContext http, OwnerEditor editor, CancellationToken cancellation)
    {
        var (body, version, problem) = await ApiEdit.ReadAsync<OwnerPatchBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var patch = body.ToPatch();
        return patch.Succeeded
            ? Answer(http, await editor.EditAsync(http.ManagementCaller().Actor, new(Target(http, id), version, patch.Value), cancellation))
            : ApiProblem.Of(patch.Failures);
    }

    private static Task<Results<NoContent, ApiProblem>> DeleteAsync(string id, HttpContext http, OwnerEditor editor, CancellationToken cancellation) =>
        VersionedAnswers.DeleteAsync(
            http, version => editor.DeleteAsync(http.ManagementCaller().Actor, new(Target(http, id), version), cancellation));

    private static Results<Ok<OwnerBody>, ApiProblem> Answer(HttpContext http, Result<Owner> owner) =>
        VersionedAnswers.Show(http, owner, found => found.Version, OwnerBody.Of);

    // What is no id becomes the id of no owner.
    private static OwnerTarget Target(HttpContext http, string id)
    {
        _ = Id<Owner>.TryParse(id, null, out var ownerId);
        return new(http.ManagementCaller().OrganizationId, ownerId);
    }
}
