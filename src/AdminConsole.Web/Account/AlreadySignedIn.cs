using AdminConsole.Web.Paths;

namespace AdminConsole.Web.Account;

internal static class AlreadySignedIn
{
    /// <summary>
    /// Whoever is signed in is led past the sign-in page, also when posting to it: so a session never changes hands, and the form of
    /// a page that was opened before signing in elsewhere does not end in an error. Stands before antiforgery, which would refuse that form.
    /// </summary>
    public static IApplicationBuilder UseAlreadySignedIn(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.Identity is not { IsAuthenticated: true } || context.Request.Path != AccountPaths.SignIn)
        {
            return next(context);
        }

        context.Response.Redirect(LocalReturnUrl.Of(context.Request.Query[AccountPaths.ReturnUrl], context.Request.PathBase));
        return Task.CompletedTask;
    });
}
