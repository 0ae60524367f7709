using AdminConsole.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>Lets only callers with a valid management key through: <c>Authorization: Bearer akc_mgmt_…</c>.</summary>
internal sealed class ManagementKeyFilter(ManagementKeyAuthentication authentication) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    private static readonly ApiProblem Refused = new(
        StatusCodes.Status401Unauthorized, "credentials.invalid", "Send a valid management key as “Authorization: Bearer …”.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var caller = Secret(http) is { } secret
            ? authentication.Authenticate(secret, RequestAddress.Of(http))
            : null;
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Refused;
        }

        http.Features.Set(caller);
        return await next(context);
    }

    private static string? Secret(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}

internal static class ManagementCallerOfRequest
{
    /// <summary>The caller that <see cref="ManagementKeyFilter"/> let in.</summary>
    public static ManagementCaller ManagementCaller(this HttpContext http) =>
        http.Features.Get<ManagementCaller>() ?? throw new InvalidOperationException("This endpoint stands outside the API's group.");
}
