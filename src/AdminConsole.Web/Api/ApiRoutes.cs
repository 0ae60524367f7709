using AdminConsole.Web.Api.Verify;

namespace AdminConsole.Web.Api;

internal static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    /// <summary>The console's own HTTP API. What holds for all of it stands on the group.</summary>
    public static void MapConsoleApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix).AllowAnonymous().DisableAntiforgery().AddEndpointFilter<ManagementKeyFilter>();
        foreach (var path in new[] { VerifyEndpoint.Path, VerifyEndpoint.BatchPath })
        {
            // POST has been answered ahead of the routes.
            routes.Map(path.Value!, TakesPostAlone).AllowAnonymous();
        }

        routes.MapFallback("/api/{**path}", () => new ApiProblem(StatusCodes.Status404NotFound, "route.not_found", "There is nothing at this address."))
            .AllowAnonymous();
    }

    /// <summary>For an address that takes POST, with any other method: the fallback above would say that nothing is there.</summary>
    public static IResult TakesPostAlone(HttpContext http)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        return new ApiProblem(StatusCodes.Status405MethodNotAllowed, "route.method", "Send a POST request to this address.");
    }
}
