using AdminConsole.Core.Access;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Verify;

internal static class VerifyPaths
{
    private static IReadOnlyList<ErrorText> Faults =>
    [
        ErrorText.Fault(VerificationService.ClientIpField, "address.form", "Send one plain IPv4 or IPv6 address, without port, brackets or zone."),
        ErrorText.Fault(VerificationService.ScopesField, "list.too_long", "Ask for at most 100 scopes at a time."),
        ErrorText.Fault(VerificationService.ResourceField, "text.length", "Send at most 2048 characters."),
    ];

    public static IServiceCollection AddVerifyEndpoint(this IServiceCollection services) =>
        services.AddSingleton<ManagementKeyAuthenticator>().AddSingleton<VerifyEndpoint>();

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
        var verifying = routes.MapGroup("").RequireManagementKey().WithTags(ApiTags.Verification)
            .RequireScope(ManagementScopes.VerifyKeys, VerificationService.Forbidden);
        verifying.MapPost(VerifyEndpoint.Path.Value!, (HttpContext http, VerifyEndpoint endpoint) => endpoint.AnswerAsync(http))
            .WithName("verifyKey").WithSummary("Verify a key").WithDescription(
                "Asks whether a secret may do this, from here, now. Answers 200 whether it may or not: "
                    + "other statuses speak of the caller's own request. "
                + "Not counted among the requests of a minute.")
            .WithExample("""{"secret": "akc_live_…", "scopes": ["vm:read"], "clientIp": "10.1.2.3"}""", typeof(VerifyQuestionBody))
            .Produces<VerifyAnswerBody>().Fails(() => Faults);
        verifying.MapPost(VerifyEndpoint.BatchPath.Value!, (HttpContext http, VerifyEndpoint endpoint) => endpoint.AnswerBatchAsync(http))
            .WithName("verifyKeys").WithSummary("Verify several keys").WithDescription(
                $"Up to {VerificationService.MaxBatch} questions, each as if it were asked alone. One at fault, and none is answered.")
            .WithExample("""{"verifications": [{"secret": "akc_live_…", "scopes": ["vm:read"], "clientIp": "10.1.2.3"}]}""", typeof(VerifyBatchBody))
            .Produces<VerifyAnswersBody>()
            .Fails(() => [.. Faults, ErrorText.Fault(VerificationService.BatchField, "list.length", "Ask 1 to 100 questions at a time.")]);
    }

    // As routing does, with a slash at the end or without.
    private static bool IsPostTo(HttpContext http, PathString path) =>
        HttpMethods.IsPost(http.Request.Method) && (http.Request.Path == path || http.Request.Path == path.Value + "/");
}
