using AdminConsole.Core.Actors;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Verify;

internal static class VerifyPaths
{
    public static IServiceCollection AddVerifyEndpoint(this IServiceCollection services) =>
        services.AddSingleton<ApiCredentials>().AddSingleton<VerifyEndpoint>();

    /// <summary>Ahead of everything that verification does not need: routing, headers for pages, localization, sessions.</summary>
    public static void UseVerifyEndpoint(this IApplicationBuilder app) => app.UseMiddleware<VerifyMiddleware>();

    /// <summary>Whether the request asks one question.</summary>
    public static bool IsOneVerification(HttpContext http) => IsPostTo(http, VerifyEndpoint.Path);

    /// <summary>Whether the request asks several.</summary>
    public static bool IsBatch(HttpContext http) => IsPostTo(http, VerifyEndpoint.BatchPath);

    /// <summary>For other methods, and for the OpenAPI document: what is posted here is answered before it comes to routing.</summary>
    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        routes.MapOtherMethods(VerifyEndpoint.Path.Value!, HttpMethods.Post).AllowAnonymous();
        routes.MapOtherMethods(VerifyEndpoint.BatchPath.Value!, HttpMethods.Post).AllowAnonymous();
        var verifying = routes.MapGroup("").RequireManagementKey().RequireScope(ManagementScopes.VerifyKeys, VerificationService.Forbidden);
        verifying.MapPost(VerifyEndpoint.Path.Value!, (HttpContext http, VerifyEndpoint endpoint) => endpoint.AnswerAsync(http))
            .Describe(() => VerifyOperations.One).Produces<VerifyAnswerBody>();
        verifying.MapPost(VerifyEndpoint.BatchPath.Value!, (HttpContext http, VerifyEndpoint endpoint) => endpoint.AnswerBatchAsync(http))
            .Describe(() => VerifyOperations.Batch).Produces<VerifyAnswersBody>();
    }

    // As routing does, with a slash at the end or without.
    private static bool IsPostTo(HttpContext http, PathString path) =>
        HttpMethods.IsPost(http.Request.Method) && (http.Request.Path == path || http.Request.Path == path.Value + "/");
}
