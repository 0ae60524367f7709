namespace AdminConsole.Web.Problems;

/// <summary>Routes that answer what no endpoint takes.</summary>
internal static class UnmatchedRoutes
{
    public static readonly ApiProblem Nothing = new(StatusCodes.Status404NotFound, "route.not_found", "There is nothing at this address.");

    /// <summary>
    /// Programs that ask for what no route takes are told so. People are led to sign in, whatever the address; who sends a key in a header, or puts a
    /// base address with a slash at its end before a path, is none of them.
    /// </summary>
    public static IApplicationBuilder UseUnmatchedRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
        context.GetEndpoint() is null && IsForProgram(context.Request) ? Nothing.ExecuteAsync(context) : next(context));

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

    private static bool IsForProgram(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || request.Path.Value!.Contains("//", StringComparison.Ordinal);
}
