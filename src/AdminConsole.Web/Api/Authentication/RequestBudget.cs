using System.Collections.Concurrent;
using System.Globalization;

namespace AdminConsole.Web.Api.Authentication;

/// <summary>How often one management key may call the API; verifications aside, which are what it is there for.</summary>
internal sealed record ApiSettings(int RequestsPerMinute)
{
    public static ApiSettings Default { get; } = new(600);
}

/// <summary>
/// Counts each management key's requests in windows of a minute, and tells the caller where it stands (draft-ietf-httpapi-ratelimit-headers): a script that
/// runs wild holds up neither the database nor the other keys.
/// </summary>
internal sealed class RequestBudget(ApiSettings settings, TimeProvider clock)
{
    private const int WindowSeconds = 60;

    public static readonly ApiProblem Spent = new(
        StatusCodes.Status429TooManyRequests, "requests.throttled", "This key has made too many requests. Wait as long as Retry-After says.");

    private readonly long _start = clock.GetTimestamp();
    private readonly string _policy = string.Create(CultureInfo.InvariantCulture, $"\"key\";q={settings.RequestsPerMinute};w={WindowSeconds}");
    private Window _window = new(0);

    /// <summary>Counts a request, writes how many are left, and gives the problem to answer with when there are none.</summary>
    public ApiProblem? Spend(HttpContext http, long keyRow)
    {
        var elapsed = (long)clock.GetElapsedTime(_start).TotalSeconds;
        var (minute, second) = Math.DivRem(elapsed, WindowSeconds);
        var made = WindowOf(minute).Requests.AddOrUpdate(keyRow, 1, (_, count) => count + 1);
        var reset = (WindowSeconds - second).ToString(CultureInfo.InvariantCulture);
        var left = Math.Max(0, settings.RequestsPerMinute - made).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = _policy;
        http.Response.Headers["RateLimit"] = $"\"key\";r={left};t={reset}";
        if (made <= settings.RequestsPerMinute)
        {
            return null;
        }

        http.Response.Headers.RetryAfter = reset;
        return Spent;
    }

    private Window WindowOf(long minute)
    {
        var window = _window;
        if (window.Minute != minute)
        {
            // Two that turn the window at once lose a count; what matters is the order of magnitude.
            _window = window = new(minute);
        }

        return window;
    }

    private sealed record Window(long Minute)
    {
        public ConcurrentDictionary<long, int> Requests { get; } = new();
    }
}
