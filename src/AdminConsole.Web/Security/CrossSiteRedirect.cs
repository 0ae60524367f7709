using System.Text.Encodings.Web;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Http.Extensions;

namespace AdminConsole.Web.Security;

/// <summary>
/// Somebody followed a link on another site, in a chat or a mail. The browser withholds a SameSite=Strict cookie then, and an operator
/// who is signed in would be asked to sign in again. So the browser is sent on once more from a page of ours, with the cookie.
/// </summary>
internal static class CrossSiteRedirect
{
    public static bool Is(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site";

    public static Task WriteAsync(HttpContext context)
    {
        var wanted = Uri.EscapeDataString(context.Request.GetEncodedPathAndQuery());
        var address = HtmlEncoder.Default.Encode($"{context.Request.PathBase}{AccountPaths.Arrive}?{AccountPaths.ReturnUrl}={wanted}");
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"en\"><title>AdminConsole</title><meta http-equiv=\"refresh\" content=\"0;url={address}\">");
    }

    /// <summary>An address of its own, so that the same page is not sent on for ever.</summary>
    public static void MapCrossSiteRedirect(this IEndpointRouteBuilder routes) => routes
        .MapGet(
            AccountPaths.Arrive,
            (string? returnUrl, HttpContext http) => TypedResults.LocalRedirect(LocalReturnUrl.Of(returnUrl, http.Request.PathBase)))
        .AllowAnonymous();
}
