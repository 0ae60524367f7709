namespace AdminConsole.Web.Problems;

/// <summary>Routes that answer what no endpoint takes.</summary>
internal static class UnmatchedRoutes
{
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
