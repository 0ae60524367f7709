using AdminConsole.Data;
using AdminConsole.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace AdminConsole.Web.Hosting;

/// <summary>What is answered when a request met an outage or a bug: a problem without internals. The exception itself is logged by the framework.</summary>
internal sealed class ExceptionAnswers : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            StorageBusyException => new ApiProblem(StatusCodes.Status503ServiceUnavailable, "storage.busy", "The database is busy; nothing was changed. Try again in a moment."),
            BadHttpRequestException bad => new ApiProblem(bad.StatusCode, "request.malformed", "The request could not be read."),
            // Kestrel reports a malformed chunk as this.
            IOException => new ApiProblem(StatusCodes.Status400BadRequest, "request.malformed", "The request could not be read."),
            _ => new ApiProblem(StatusCodes.Status500InternalServerError, "server.error", "Something went wrong on our side. The request id helps to find it in the log."),
        };
        if (problem.Status is StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }
}

internal static class ExceptionServices
{
    /// <summary>The framework says nothing of an exception that was answered unless it is told to; what is the caller's fault alone needs no line.</summary>
    public static IServiceCollection AddExceptionAnswers(this IServiceCollection services) => services
        .AddExceptionHandler<ExceptionAnswers>()
        .Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException);
}
