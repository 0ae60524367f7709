using AdminConsole.Web.Api.Auditing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Keys;
using AdminConsole.Web.Api.OpenApi;
using AdminConsole.Web.Api.Organizations;
using AdminConsole.Web.Api.Owners;
using AdminConsole.Web.Api.Projects;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Api.Verify;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api;

internal static class ApiRoutes
{
    /// <summary>The console's own HTTP API. What holds for all of it stands on the group.</summary>
    public static void MapConsoleApi(this IEndpointRouteBuilder routes)
    {
        routes.MapVerify();
        var api = routes.MapGroup(ApiPaths.Prefix).RequireManagementKey().DisableAntiforgery()
            .CountRequests().AddEndpointFilter(new ReadableRequestFilter());
        api.MapKeys();
        api.MapAudit();
        api.MapProjects();
        api.MapOwners();
        api.MapOrganization();
        routes.MapApiDescription();
        routes.MapRest("/api/{**path}", UnmatchedRoutes.Nothing).AllowAnonymous();
    }
}
