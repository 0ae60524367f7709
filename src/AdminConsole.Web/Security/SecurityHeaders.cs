using Microsoft.AspNetCore.StaticAssets;

namespace AdminConsole.Web.Security;

internal static class SecurityHeaders
{
    // Components write style attributes, so those stay allowed; scripts and style elements come from our own files only.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "style-src-elem 'self'; style-src-attr 'unsafe-inline'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), geolocation=(), gyroscope=(), " +
        "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Last of all, so that neither an endpoint nor the error page can send a weaker set.
        context.Response.OnStarting(() =>
        {
            Write(context);
            NameNoHost(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // Nobody else is told an address. Not "no-referrer": under that browsers send "Origin: null" with our own forms too, and over
        // plain HTTP it is all that tells ours from a stranger's.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;

        // Files hold nothing of an organization: fingerprinted ones stay for good, the others ask whether they changed.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = Kept(context)?.CacheControl ?? "no-store";
        }
    }

    // The host is what the client says it is. A redirect within the console needs none; "//" would name another.
    private static void NameNoHost(HttpContext context)
    {
        var own = $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}/";
        var target = context.Response.Headers.Location.ToString();
        if (target.StartsWith(own, StringComparison.OrdinalIgnoreCase) && !target[own.Length..].StartsWith('/'))
        {
            context.Response.Headers.Location = target[(own.Length - 1)..];
        }
    }

    // A refusal is never kept, nor an answer that sets a cookie: a cache on the way would hand it on.
    private static BrowserCache? Kept(HttpContext context) =>
        context.Response is { StatusCode: StatusCodes.Status200OK or StatusCodes.Status304NotModified, Headers.SetCookie.Count: 0 }
            ? context.GetEndpoint()?.Metadata.GetMetadata<BrowserCache>()
            : null;
}
