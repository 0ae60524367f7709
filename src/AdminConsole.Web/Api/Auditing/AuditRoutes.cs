using AdminConsole.Core.Actors;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Auditing;

/// <summary>Shows what was done, by whom and from where.</summary>
internal static class AuditRoutes
{
    private const string List = "/audit";

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapMethods(List, ApiRoutes.Reading, ListAsync).RequireScope(ManagementScopes.ReadAudit, AuditFinder.MayNotRead).Describe(() => AuditOperations.List);
        api.MapOtherMethods(List, HttpMethods.Get);
    }

    private static async Task<Results<Ok<AuditListBody>, ApiProblem>> ListAsync(HttpContext http, AuditFinder finder, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var query = Read(http.Request.Query, caller.OrganizationId);
        if (!query.Succeeded)
        {
            return ApiProblem.Of(query.Failures);
        }

        var page = await finder.ListAsync(caller.Actor, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, AuditListBody.Of);
    }

    private static Result<AuditQuery> Read(IQueryCollection query, Id<Organization> organization)
    {
        var parameters = new ApiParameters(query);
        parameters.AllowOnly("actor", "action", "subject", "from", "until", ApiParameters.Cursor, ApiParameters.Limit);
        var defaults = new AuditQuery(organization);
        var read = defaults with
        {
            ActorId = parameters.Text("actor"),
            Action = parameters.Text("action"),
            Subject = parameters.Text("subject"),
            From = parameters.Instant("from"),
            Until = parameters.Instant("until"),
            Cursor = parameters.Text(ApiParameters.Cursor),
            Limit = parameters.Number(ApiParameters.Limit) ?? defaults.Limit,
        };
        return parameters.Faults.Count > 0 ? parameters.Faults.ToList() : read;
    }
}
