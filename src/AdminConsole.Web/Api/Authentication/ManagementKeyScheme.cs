using AdminConsole.Core.Verification.KeyCache;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>Management keys as the framework's credentials.</summary>
internal static class ManagementKeyScheme
{
    /// <summary><c>Authorization: Bearer akc_mgmt_…</c></summary>
    public const string Bearer = "ManagementKey";

    public static AuthenticationBuilder AddManagementKeys(
        this AuthenticationBuilder schemes, string scheme, Action<ManagementKeyOptions>? configure = null) =>
        schemes.AddScheme<ManagementKeyOptions, ManagementKeyHandler>(scheme, configure);

    /// <summary>Lets only callers with a valid management key through.</summary>
    public static TBuilder RequireManagementKey<TBuilder>(this TBuilder endpoints, string scheme = Bearer)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().Build());

    /// <summary>The caller that <see cref="ManagementKeyHandler"/> let in.</summary>
    public static ApiCaller ApiCaller(this HttpContext http) =>
        http.Features.Get<ApiCaller>() ?? throw new InvalidOperationException("This endpoint asks for no management key.");
}
