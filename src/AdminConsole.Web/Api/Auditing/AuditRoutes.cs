using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing.Trail;
using AdminConsole.Web.Api.Answers;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Auditing;

/// <summary>Shows what was done, by whom and from where.</summary>
internal static class AuditRoutes
{
    private const string List = "/audit";

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapMethods(List, ApiPaths.Reading, ListAsync)
            .RequireScope(ManagementScopes.ReadAudit, AuditQueries.MayNotRead)
            .WithName("listAuditEntries")
            .WithTags(ApiTags.Audit)
            .WithSummary("Show what was done")
            .WithDescription("Audit entries, the newest first.")
            .Takes(AuditParameters.Taken)
            .Fails(() => [ErrorText.Fault("until", "until.before_from", "Let the period end after it begins.")]);
        api.MapOtherMethods(List, HttpMethods.Get);
    }

    private static async Task<Results<Ok<AuditListBody>, ApiProblem>> ListAsync(
        Query<AuditParameters, AuditQuery> query, HttpContext http, AuditQueries auditQueries, CancellationToken cancellation)
    {
        var page = await auditQueries.ListAsync(http.ApiCaller().Actor, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, AuditListBody.Of);
    }
}
