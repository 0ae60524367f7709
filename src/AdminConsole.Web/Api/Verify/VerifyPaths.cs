using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Verify;

internal static class VerifyPaths
{
    public static IServiceCollection AddVerifyEndpoint(this IServiceCollection services) =>
        services.AddSingleton<ApiCredentials>().AddSingleton<VerifyEndpoint>();

    /// <summary>Ahead of everything that verification does not need: routing, headers for pages, localization, sessions.</summary>
    public static void UseVerifyEndpoint(this IApplicationBuilder app) => app.UseMiddleware<VerifyMiddleware>();

    /// <summary>Whether the request asks one question: a batch may keep its thread for longer than others should wait for.</summary>
    public static bool IsOneVerification(HttpContext http) => IsPostTo(http, VerifyEndpoint.Path);

    /// <summary>Whether the request asks several.</summary>
    public static bool IsBatch(HttpContext http) => IsPostTo(http, VerifyEndpoint.BatchPath);

    /// <summary>For addresses that only routing takes for these (with a slash at the end), for other methods, and for the OpenAPI document.</summary>
    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        Map(routes, VerifyEndpoint.Path, endpoint => endpoint.AnswerAsync).Describe(() => VerifyOperations.One).Produces<VerifyAnswerBody>();
        Map(routes, VerifyEndpoint.BatchPath, endpoint => endpoint.AnswerBatchAsync).Describe(() => VerifyOperations.Batch).Produces<VerifyAnswersBody>();
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, PathString path, Func<VerifyEndpoint, RequestDelegate> answer)
    {
        routes.MapOtherMethods(path.Value!, HttpMethods.Post).AllowAnonymous();
        return routes.MapPost(path.Value!, (HttpContext http, VerifyEndpoint endpoint) => answer(endpoint)(http)).AllowAnonymous();
    }

    private static bool IsPostTo(HttpContext http, PathString path) => HttpMethods.IsPost(http.Request.Method) && http.Request.Path == path;
}
