using System.Globalization;
using AdminConsole.Core.Text;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>How often one management key may call the API; verifications aside, which are what it is there for.</summary>
internal sealed record ApiOptions(int RequestsPerMinute)
{
    public static ApiOptions Default { get; } = new(600);
}

/// <summary>
/// Counts each management key's requests in windows of a minute, and tells the caller where it stands (draft-ietf-httpapi-ratelimit-headers): a
/// script that runs wild holds up neither the database nor the other keys.
/// </summary>
internal sealed class ApiRateLimiter(ApiOptions settings, TimeProvider clock)
{
    private const int MaxKeys = 1_000_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static readonly ApiProblem Spent = new(
        StatusCodes.Status429TooManyRequests, "requests.throttled", "This key has made too many requests. Wait as long as Retry-After says.");

    private readonly FixedWindow<long> _requests = new(Window, MaxKeys, clock);
    private readonly string _policy = string.Create(CultureInfo.InvariantCulture, $"\"key\";q={settings.RequestsPerMinute};w={Window.TotalSeconds}");

    /// <summary>Counts a request, writes how many are left, and gives the problem to answer with when there are none.</summary>
    public ApiProblem? TryAcquire(HttpContext http, long keyRow)
    {
        var mayCall = _requests.TryCount(keyRow, settings.RequestsPerMinute);
        var left = (settings.RequestsPerMinute - _requests.CountOf(keyRow)).ToString(CultureInfo.InvariantCulture);
        var reset = Math.Ceiling(_requests.Left.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = _policy;
        http.Response.Headers["RateLimit"] = $"\"key\";r={left};t={reset}";
        if (mayCall)
        {
            return null;
        }

        http.Response.Headers.RetryAfter = reset;
        return Spent;
    }
}
