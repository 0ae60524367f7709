using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace AdminConsole.Web.Security;

internal static class OperatorAuthentication
{
    /// <summary>
    /// Cookies with sessions on the server; and every page, endpoint and hub asks for a signed-in operator unless it says otherwise.
    /// </summary>
    public static void AddOperatorAuthentication(this IServiceCollection services)
    {
        services.AddConsoleDataProtection();
        services.AddAuthentication(OperatorCookie.Scheme).AddCookie(OperatorCookie.Scheme, OperatorCookie.Configure);
        services.AddSingleton<ITicketStore, SessionTickets>();
        services
            .AddOptions<CookieAuthenticationOptions>(OperatorCookie.Scheme)
            .Configure<ITicketStore, CookieNames>((options, tickets, names) =>
            {
                options.SessionStore = tickets;
                options.Cookie.Name = names.Session;
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<AuthenticationStateProvider, OperatorAuthenticationState>();
        services.AddScoped<CurrentOperator>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IServiceProvider>((options, provider) => options.Cookie = new FormsCookie(provider)
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
        });
        services.AddSingleton<CookieNames>();
    }
}
