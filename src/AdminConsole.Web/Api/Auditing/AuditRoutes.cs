using AdminConsole.Core.Actors;
using AdminConsole.Core.Auditing;
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
        api.MapMethods(List, ApiRoutes.Reading, ListAsync)
            .RequireScope(ManagementScopes.ReadAudit, AuditFinder.MayNotRead).Describe(() => AuditOperations.List);
        api.MapOtherMethods(List, HttpMethods.Get);
    }

    private static async Task<Results<Ok<AuditListBody>, ApiProblem>> ListAsync(
        Query<AuditParameters, AuditQuery> query, HttpContext http, AuditFinder finder, CancellationToken cancellation)
    {
        var page = await finder.ListAsync(http.ManagementCaller().Actor, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, AuditListBody.Of);
    }
}
