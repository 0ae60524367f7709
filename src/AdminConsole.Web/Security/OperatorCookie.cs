using AdminConsole.Core.Operators;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdminConsole.Web.Security;

internal static class OperatorCookie
{
    public const string Scheme = "Operator";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new SessionCookieManager();

        // How long a session lasts is the session row's matter; the ticket only must not outlive it.
        options.ExpireTimeSpan = OperatorSession.AbsoluteLimit;
        options.SlidingExpiration = false;
        options.LoginPath = AccountPaths.SignIn;
        options.ReturnUrlParameter = AccountPaths.ReturnUrl;
        options.Events.OnRedirectToLogin = ChallengeAsync;
        options.Events.OnRedirectToAccessDenied = RefuseAsync;
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        if (!PageRequests.IsForPage(challenge.HttpContext))
        {
            challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (CrossSiteRedirect.Is(challenge.Request))
        {
            return CrossSiteRedirect.WriteAsync(challenge.HttpContext);
        }

        challenge.Response.Redirect(challenge.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> refusal)
    {
        refusal.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
