using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Answers;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Organizations;

/// <summary>The caller's organization: its rules for keys and its scope catalogue, which share one version.</summary>
internal static class OrganizationRoutes
{
    private const string One = "/organization";
    private const string Scopes = "/scopes";

    private static IReadOnlyList<ErrorText> RuleFaults =>
    [
        OrganizationFailures.Stale(4),
        .. ErrorText.OfText(OrganizationFields.Name),
        ErrorText.Fault(OrganizationFields.MaxKeyLifetimeDays, "days.range", "Enter 1 to 3650 days."),
        ErrorText.Fault(OrganizationFields.RequiredTags, "list.too_long", "Require at most 50 tags: a key has no more."),
    ];

    private static IReadOnlyList<ErrorText> ScopeFaults =>
    [
        OrganizationFailures.Stale(4),
        .. ErrorText.OfText("scopes/0/description"),
        .. new ScopesBody().Faults().Select(fault => (ErrorText)fault),
        ErrorText.Fault(OrganizationFields.Scopes, "list.too_long", "Keep at most 500 scopes."),
        ErrorText.Fault("scopes/0/scope", "scope.characters", "Write a scope without spaces, commas and quotes, for example vm:read."),
        ErrorText.Fault("scopes/1/scope", "scope.repeated", "This scope stands in the list already."),
    ];

    public static void MapOrganization(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(ApiTags.Organization);
        var reading = api.MapGroup("").RequireScope(ManagementScopes.ReadKeys, OrganizationFailures.MayNotRead);
        var writing = api.MapGroup("").RequireScope(ManagementScopes.WriteOrganization, OrganizationFailures.MayNotWrite);
        reading.MapMethods(One, ApiPaths.Reading, GetAsync)
            .WithName("getOrganization")
            .WithSummary("Show the organization")
            .WithDescription("The organization and its rules for keys.")
            .AnswersETag();
        writing.MapPatch(One, EditAsync)
            .WithName("editOrganization").WithSummary("Edit the organization")
            .WithDescription(
                "A merge patch (RFC 7396): what is left out stays, null takes a rule away. "
                    + "A new rule holds for keys that are created, rotated or duplicated from then on, and for edits of what it is about.")
            .WithExample("""{"maxKeyLifetimeDays": 90, "requiredTags": ["production"]}""").Fails(() => RuleFaults).AnswersETag();
        api.MapOtherMethods(One, HttpMethods.Get, HttpMethods.Patch);
        reading.MapMethods(Scopes, ApiPaths.Reading, GetScopesAsync)
            .WithName("getScopes")
            .WithSummary("Show the scope catalogue")
            .WithDescription("The scopes that keys may have; none: any well-formed scope.")
            .AnswersETag();
        writing.MapPut(Scopes, ReplaceScopesAsync)
            .WithName("replaceScopes").WithSummary("Replace the scope catalogue")
            .WithDescription("Keys that have a scope which is taken out keep it. The catalogue shares its version with the organization.")
            .WithExample("""{"scopes": [{"scope": "vm:read", "description": "See machines"}]}""").Fails(() => ScopeFaults).AnswersETag();
        api.MapOtherMethods(Scopes, HttpMethods.Get, HttpMethods.Put);
    }

    private static async Task<Results<Ok<OrganizationBody>, ApiProblem>> GetAsync(
        HttpContext http, OrganizationQueries organizationQueries, CancellationToken cancellation) =>
        Answer(http, await FindAsync(http, organizationQueries, cancellation), OrganizationBody.Of);

    private static async Task<Results<Ok<ScopeListBody>, ApiProblem>> GetScopesAsync(
        HttpContext http, OrganizationQueries organizationQueries, CancellationToken cancellation) =>
        Answer(http, await FindAsync(http, organizationQueries, cancellation), ScopeListBody.Of);

    private static async Task<Results<Ok<OrganizationBody>, ApiProblem>> EditAsync(
        JsonBody<OrganizationPatchBody> patch, IfMatch seen, HttpContext http, OrganizationEditor editor, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var edited = await editor.EditAsync(caller.Actor, new(caller.OrganizationId, seen.Version, patch.Value.ToPatch()), cancellation);
        return Answer(http, edited, OrganizationBody.Of);
    }

    private static async Task<Results<Ok<ScopeListBody>, ApiProblem>> ReplaceScopesAsync(
        JsonBody<ScopesBody> body, IfMatch seen, HttpContext http, ScopeCatalogueEditor editor, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var replaced = await editor.ReplaceAsync(caller.Actor, body.Value.ToCommand(caller.OrganizationId, seen.Version), cancellation);
        return Answer(http, replaced, ScopeListBody.Of);
    }

    private static Task<Result<Organization>> FindAsync(HttpContext http, OrganizationQueries organizationQueries, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        return organizationQueries.GetAsync(caller.Actor, caller.OrganizationId, cancellation);
    }

    private static Results<Ok<T>, ApiProblem> Answer<T>(HttpContext http, Result<Organization> organization, Func<Organization, T> body) =>
        VersionedAnswers.Show(http, organization, found => found.Version, body);
}
