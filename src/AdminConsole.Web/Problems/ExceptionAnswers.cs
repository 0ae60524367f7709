using AdminConsole.Core.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace AdminConsole.Web.Problems;

/// <summary>
/// What is answered when a request met an outage or a bug: a problem without internals, by whose id the log has the exception. The framework's own
/// line knows no request id, and since .NET 10 it is not written where an exception is answered.
/// </summary>
internal sealed partial class ExceptionAnswers(ILogger<ExceptionAnswers> logger) : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            StorageBusyException => new ApiProblem(
                StatusCodes.Status503ServiceUnavailable, "storage.busy", "The database is busy; nothing was changed. Try again in a moment."),
            BadHttpRequestException bad => new ApiProblem(bad.StatusCode, "request.malformed", "The request could not be read."),
            // Kestrel reports a malformed chunk as this.
            IOException => new ApiProblem(StatusCodes.Status400BadRequest, "request.malformed", "The request could not be read."),
            _ => new ApiProblem(
                StatusCodes.Status500InternalServerError,
                "server.error",
                "Something went wrong on our side. The request id helps to find it in the log."),
        };

        // What is the caller's fault alone needs no line.
        if (exception is not BadHttpRequestException)
        {
            LogFailed(exception, httpContext.TraceIdentifier, EndpointOf(httpContext));
        }

        if (problem.Status is StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (exception is IOException)
        {
            // There may be no end to the body: the next request of this connection could not be found, which the server would log.
            httpContext.Response.Headers.Connection = "close";
        }

        try
        {
            await problem.ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Whose body is cut off is often gone.
        }

        return true;
    }

    // Not the address: it may name a key by its secret.
    private static string EndpointOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "no endpoint";

    [LoggerMessage(LogLevel.Error, "Request {RequestId} to {Endpoint} failed")]
    private partial void LogFailed(Exception exception, string requestId, string endpoint);
}
