using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdminConsole.Web.Security;

/// <summary>
/// Over HTTPS the session cookie has the prefix <c>__Host-</c>: browsers take such a cookie only from this very host, so that
/// no neighbouring host can plant one. Browsers take it for a whole host alone: under a path the cookie is kept from the host's other programs
/// instead.
/// Over plain HTTP browsers refuse either prefix, and a LAN must work without certificates.
/// </summary>
internal sealed class SessionCookieManager : ICookieManager
{
    public const string HttpsPrefix = "__Host-";
    public const string HttpsPathPrefix = "__Secure-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => !context.Request.IsHttps ? key
        : context.Request.PathBase.HasValue ? HttpsPathPrefix + key
        : HttpsPrefix + key;
}
