using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Account;

internal static class SignOutEndpoint
{
    // Before the page of the same address, which only asks whether to.
    private const int BeforePages = -1;

    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes
        .MapPost(AccountPaths.SignOut, (Delegate)SignOutAsync)
        .WithMetadata(new RequireAntiforgeryTokenAttribute(), new OpenedByPerson())
        .WithOrder(BeforePages)
        .AllowAnonymous();

    private static async Task<Results<RedirectHttpResult, ApiProblem>> SignOutAsync(HttpContext http)
    {
        // A page left open until its session ended has a form that belongs to nobody any more; there is nothing left to protect.
        if (http.User.Identity is { IsAuthenticated: true })
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            {
                return PageForms.Expired;
            }

            await http.SignOutAsync(OperatorCookie.Scheme);
            http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        }

        return TypedResults.Redirect(http.Request.PathBase + AccountPaths.SignIn + "?signedOut=true");
    }
}
