using AdminConsole.Web.Api.Auditing;
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

    /// <summary>The console's own HTTP API. What holds for all of it stands on the group.</summary>
    public static void MapConsoleApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix).AllowAnonymous().DisableAntiforgery().AddEndpointFilter<ManagementKeyFilter>();
        api.MapKeys();
        api.MapAudit();
        api.MapProjects();
        api.MapOwners();
        api.MapOrganization();
        routes.MapVerify();
        routes.MapApiDescription();
        routes.MapFallback("/api/{**path}", () => new ApiProblem(StatusCodes.Status404NotFound, "route.not_found", "There is nothing at this address."))
            .AllowAnonymous();
    }

    /// <summary>Maps what GET answers, and HEAD alike without its body.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate answer) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], answer);

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
