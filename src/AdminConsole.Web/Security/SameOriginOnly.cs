using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Security;

/// <summary>
/// Refuses what a page of another origin makes a browser send: anything that may change something, and the circuits' hub,
/// whose WebSocket no same-origin policy guards. Programs send neither header, and carry no cookie that a stranger could ride on.
/// </summary>
internal sealed partial class SameOriginOnly(RequestDelegate next, ILogger<SameOriginOnly> logger)
{
    private static readonly ApiProblem Refused = new(
        StatusCodes.Status403Forbidden,
        "request.cross_origin",
        "This request came from a page of another site, or a proxy in between does not pass on the host and the scheme.");

    private static readonly PathString Hub = "/_blazor";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context.Request) || IsOurOwn(context.Request))
        {
            return next(context);
        }

        LogRefused(context.Request.Method, Own(context.Request));
        return Refused.ExecuteAsync(context);
    }

    private static bool IsGuarded(HttpRequest request) =>
        request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase)
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    // Either header may be missing: browsers leave Sec-Fetch-Site out over plain HTTP, and old ones always. "none" is a person's own
    // doing, such as a reload.
    private static bool IsOurOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        return (site.Count == 0 || site == "same-origin" || site == "none")
            && (origin.Count == 0 || string.Equals(origin, Own(request), StringComparison.OrdinalIgnoreCase));
    }

    private static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Refused a {Method} request that names another origin than {Own}. Behind a proxy, set Console__PublicAddress and Console__TrustedProxies.")]
    private partial void LogRefused(string method, string own);
}

internal static class SameOriginOnlyExtensions
{
    public static IApplicationBuilder UseSameOriginOnly(this IApplicationBuilder app) => app.UseMiddleware<SameOriginOnly>();
}
