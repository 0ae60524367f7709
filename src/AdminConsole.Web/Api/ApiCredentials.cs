using AdminConsole.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Api;

/// <summary>Reads a caller's management key: <c>Authorization: Bearer akc_mgmt_…</c>.</summary>
internal sealed class ApiCredentials(ManagementKeyAuthentication authentication, KeyFreshness freshness, FailureThrottle throttle)
{
    private const string Scheme = "Bearer ";
    private const string RetryAfterSeconds = "60";
    private const string RetryAfterOutageSeconds = "2";

    private static readonly ApiProblem Refused = new(
        StatusCodes.Status401Unauthorized, "credentials.invalid", "Send a valid management key as “Authorization: Bearer …”.");

    private static readonly ApiProblem Throttled = new(
        StatusCodes.Status429TooManyRequests, "credentials.throttled", "Too many invalid credentials came from this address. Wait a minute.");

    private static readonly ApiProblem Stale = ApiProblem.Of([KeyFreshness.Stale]);

    /// <summary>The caller, or the problem to answer with.</summary>
    public (ManagementCaller? Caller, ApiProblem? Problem) Check(HttpContext http)
    {
        if (freshness.IsStale)
        {
            http.Response.Headers.RetryAfter = RetryAfterOutageSeconds;
            return (null, Stale);
        }

        return CheckFromMemory(http);
    }

    /// <summary>The same from memory alone, however old it is: for what must be told also while the database is out of reach.</summary>
    public (ManagementCaller? Caller, ApiProblem? Problem) CheckFromMemory(HttpContext http)
    {
        var address = RequestAddress.Of(http);
        if (authentication.Authenticate(Secret(http), address) is { } caller)
        {
            return (caller, null);
        }

        if (throttle.CountFailure(address))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return (null, Throttled);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return (null, Refused);
    }

    private static ReadOnlySpan<char> Secret(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString().AsSpan();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : default;
    }
}
