using AdminConsole.Web.Security;

namespace AdminConsole.Web.Account;

internal static class AccountServices
{
    /// <summary>Signing in and out, and the default that everything else asks for a signed-in operator.</summary>
    public static void AddOperatorAccounts(this IServiceCollection services)
    {
        services.AddOperatorAuthentication();
        services.AddScoped<BrowserSession>();
        services.AddScoped<SessionRenewal>();
        services.AddSingleton<SessionProofs>();
    }

    /// <summary>What is no page; the pages are found by the router.</summary>
    public static void MapOperatorAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapCrossSiteRedirect();
        routes.MapSessionProof();
    }
}
