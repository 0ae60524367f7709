using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AdminConsole.Client;

/// <summary>
/// How a request that was not let in is answered. None says why the console refused the key: that is for its owner to ask, and for the log.
/// </summary>
internal sealed record KeyRefusal(int Status, string Code, string Title, int? RetryAfterSeconds = null)
{
    public static readonly KeyRefusal Missing = new(StatusCodes.Status401Unauthorized, "key.missing", "Send an API key.");

    public static readonly KeyRefusal Invalid = new(StatusCodes.Status401Unauthorized, "key.invalid", "This API key is not valid.");

    public static readonly KeyRefusal NotAllowed = new(
        StatusCodes.Status403Forbidden, "key.not_allowed", "This API key may not do this, or not from here.");

    private static readonly KeyRefusal RateLimited = new(
        StatusCodes.Status429TooManyRequests, "key.rate_limited", "This API key was used too often from this address.", RetryAfterSeconds: 60);

    private static readonly KeyRefusal Unavailable = new(
        StatusCodes.Status503ServiceUnavailable,
        "key.unavailable",
        "API keys cannot be verified at the moment. Try again soon.",
        RetryAfterSeconds: 2);

    /// <summary>What stands against letting the request in, or null.</summary>
    public static KeyRefusal? Of(Reply reply) => reply switch
    {
        { Kind: ReplyKind.QuestionRefused } => Invalid,
        { Answer: null } => Unavailable,
        { Answer: { Valid: true, Key: not null } } => null,
        _ => Of(reply.Answer.Code),
    };

    public Task WriteAsync(HttpContext http)
    {
        if (RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults
            .Problem(statusCode: Status, title: Title, extensions: [KeyValuePair.Create<string, object?>("code", Code)])
            .ExecuteAsync(http);
    }

    private static KeyRefusal Of(string code) => code switch
    {
        "RATE_LIMITED" => RateLimited,
        "IP_BLOCKED"
            or "IP_NOT_ALLOWED"
            or "REFERRER_NOT_ALLOWED"
            or "PROJECT_NOT_ALLOWED"
            or "RESOURCE_NOT_ALLOWED"
            or "SCOPE_MISSING" => NotAllowed,
        _ => Invalid,
    };
}
