using AdminConsole.Core.Access;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;
using Microsoft.Net.Http.Headers;

namespace AdminConsole.Web.Hosting;

/// <summary>
/// <c>GET /health</c>: the health report, for operators with a role and for management keys. An operator's session is in the database; a key is known
/// also while that is out of reach, which is when the report is wanted. Not for loopback callers as such: behind a proxy everybody is one.
/// </summary>
internal static class HealthReportEndpoint
{
    private const string Path = "/health";

    private static readonly ApiProblem NotSignedIn = new(
        StatusCodes.Status401Unauthorized, "credentials.missing", "Sign in, or send a management key as “Authorization: Bearer …”.");

    private static readonly ApiProblem NoRole = new(
        StatusCodes.Status403Forbidden, "health.forbidden", "The health report is for those with a role here.");

    // It looks at both kinds of credentials by itself.
    public static void MapHealthReport(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (Delegate)ReportAsync).AllowAnonymous();

    private static async Task<IResult> ReportAsync(
        HttpContext http, HealthReporter reporter, ManagementKeyAuthenticator credentials, OperatorActors operators, CancellationToken cancellation)
    {
        var (reader, problem) = http.Request.Headers.ContainsKey(HeaderNames.Authorization)
            ? Caller(http, credentials)
            : await OperatorAsync(http, operators, cancellation);
        if (reader is null)
        {
            return problem!;
        }

        return reader.HasRole ? TypedResults.Ok(await reporter.ReportAsync(reader, cancellation)) : NoRole;
    }

    private static (Actor? Reader, ApiProblem? Problem) Caller(HttpContext http, ManagementKeyAuthenticator credentials)
    {
        var (caller, problem) = credentials.CheckFromMemory(http);
        return (caller?.Actor, problem);
    }

    private static async Task<(Actor? Reader, ApiProblem? Problem)> OperatorAsync(
        HttpContext http, OperatorActors operators, CancellationToken cancellation) => http.User.SessionIdHash() is { } session
        ? (await operators.ForSessionAsync(session, RequestAddress.Of(http), cancellation), null)
        : (null, NotSignedIn);
}
