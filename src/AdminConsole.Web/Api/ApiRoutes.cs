using AdminConsole.Web.Api.Auditing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Keys;
using AdminConsole.Web.Api.Organizations;
using AdminConsole.Web.Api.Owners;
using AdminConsole.Web.Api.Projects;
using AdminConsole.Web.Api.Verify;

namespace AdminConsole.Web.Api;

internal static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    /// <summary>What GET answers, and HEAD alike without its body.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The console's own HTTP API. What holds for all of it stands on the group.</summary>
    public static void MapConsoleApi(this IEndpointRouteBuilder routes)
    {
        routes.MapVerify();
        var api = routes.MapGroup(Prefix).RequireManagementKey().DisableAntiforgery()
            .CountRequests().AddEndpointFilter(new ReadableRequestFilter());
        api.MapKeys();
        api.MapAudit();
        api.MapProjects();
        api.MapOwners();
        api.MapOrganization();
        routes.MapApiDescription();
        routes.MapRest("/api/{**path}", new(StatusCodes.Status404NotFound, "route.not_found", "There is nothing at this address.")).AllowAnonymous();
    }

    /// <summary>
    /// Answers what no other route does. A fallback of the framework's, when the compiler writes what reads its requests, loses its pattern and
    /// answers for the whole site.
    /// </summary>
    public static IEndpointConventionBuilder MapRest(this IEndpointRouteBuilder routes, string pattern, ApiProblem problem) =>
        routes.Map(pattern, () => problem).WithOrder(int.MaxValue);

    /// <summary>Answers the methods that an address does not take: the fallback above would say that nothing is there.</summary>
    public static IEndpointConventionBuilder MapOtherMethods(this IEndpointRouteBuilder routes, string pattern, params IReadOnlyList<string> taken)
    {
        var allow = string.Join(", ", taken.SelectMany(method => HttpMethods.IsGet(method) ? new[] { method, HttpMethods.Head } : [method]));
        var problem = new ApiProblem(StatusCodes.Status405MethodNotAllowed, "route.method", $"This address takes {allow}.");
        return routes.Map(pattern, (HttpContext http) =>
        {
            http.Response.Headers.Allow = allow;
            return problem;
        });
    }
}
