using AdminConsole.Core.Access;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Answers;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Owners;

/// <summary>The organization's owners: who its keys act for.</summary>
internal static class OwnerRoutes
{
    private const string List = "/owners";
    private const string One = "/owners/{id}";

    private static IReadOnlyList<ErrorText> Faults =>
    [
        ErrorText.Fault(OwnerFields.Kind, "kind.missing", "Choose what the owner is: user, team, machine or organization."),
        ErrorText.Fault(OwnerFields.Kind, "kind.unknown", "Choose one of user, team, machine, organization."),
        .. ErrorText.OfText(OwnerFields.Name),
        OwnerFailures.ExternalIdTaken,
    ];

    public static void MapOwners(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(ApiTags.Owners);
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, OwnerFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteOwners, OwnerFailures.MayNotWrite);
        reading.MapMethods(List, ApiPaths.Reading, ListAsync)
            .WithName("listOwners").WithSummary("List owners").WithDescription("The owners, by external id.")
            .Takes(OwnerParameters.Taken);
        writing.MapPost(List, CreateAsync)
            .WithName("createOwner").WithSummary("Create an owner")
            .WithDescription("An external id is given once, so a request that is sent again creates no second owner.")
            .WithExample("""{"kind": "team", "externalId": "team_deploy", "name": "Deploy team"}""").Fails(() => Faults).AnswersETag();
        api.MapOtherMethods(List, HttpMethods.Get, HttpMethods.Post);
        reading.MapMethods(One, ApiPaths.Reading, GetAsync)
            .WithName("getOwner").WithSummary("Show an owner").WithDescription("One owner.")
            .Fails(() => [OwnerFailures.NotFound]).AnswersETag();
        writing.MapPatch(One, EditAsync)
            .WithName("editOwner").WithSummary("Edit an owner").WithDescription("A merge patch (RFC 7396): what is left out stays.")
            .WithExample("""{"name": "Deployments"}""").Fails(() => [OwnerFailures.NotFound, OwnerFailures.Stale(4), .. Faults]).AnswersETag();
        writing.MapDelete(One, DeleteAsync)
            .WithName("deleteOwner").WithSummary("Delete an owner").WithDescription("Only one that no key acts for.")
            .Fails(() => [OwnerFailures.NotFound, OwnerFailures.InUse(2), OwnerFailures.Stale(4)]);
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete);
    }

    private static async Task<Results<Ok<OwnerListBody>, ApiProblem>> ListAsync(
        Query<OwnerParameters, OwnerQuery> query, HttpContext http, OwnerQueries ownerQueries, CancellationToken cancellation)
    {
        var page = await ownerQueries.ListAsync(http.ApiCaller().Actor, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, found => new OwnerListBody([.. found.Items.Select(OwnerBody.Of)], found.Next));
    }

    private static async Task<Results<Ok<OwnerBody>, ApiProblem>> GetAsync(
        string id, HttpContext http, OwnerQueries ownerQueries, CancellationToken cancellation) =>
        Answer(http, await ownerQueries.GetAsync(http.ApiCaller().Actor, Target(http, id), cancellation));

    private static async Task<Results<Created<OwnerBody>, ApiProblem>> CreateAsync(
        JsonBody<NewOwnerBody> body, HttpContext http, OwnerEditor editor, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var created = await editor.CreateAsync(caller.Actor, new(caller.OrganizationId, body.Value.ToSettings()), cancellation);
        return VersionedAnswers.Created(http, created, owner => owner.Version, OwnerBody.Of, owner => $"{List}/{owner.Id}");
    }

    private static async Task<Results<Ok<OwnerBody>, ApiProblem>> EditAsync(
        string id, JsonBody<OwnerPatchBody> patch, IfMatch seen, HttpContext http, OwnerEditor editor, CancellationToken cancellation) =>
        Answer(http, await editor.EditAsync(http.ApiCaller().Actor, new(Target(http, id), seen.Version, patch.Value.ToPatch()), cancellation));

    private static async Task<Results<NoContent, ApiProblem>> DeleteAsync(
        string id, IfMatch seen, HttpContext http, OwnerEditor editor, CancellationToken cancellation) =>
        VersionedAnswers.Deleted(await editor.DeleteAsync(http.ApiCaller().Actor, new(Target(http, id), seen.Version), cancellation));

    private static Results<Ok<OwnerBody>, ApiProblem> Answer(HttpContext http, Result<Owner> owner) =>
        VersionedAnswers.Show(http, owner, found => found.Version, OwnerBody.Of);

    // What is no id becomes the id of no owner.
    private static OwnerTarget Target(HttpContext http, string id)
    {
        _ = Id<Owner>.TryParse(id, null, out var ownerId);
        return new(http.ApiCaller().OrganizationId, ownerId);
    }
}
