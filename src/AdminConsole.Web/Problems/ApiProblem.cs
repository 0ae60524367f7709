using System.Diagnostics;
using System.Text.Json.Serialization;
using AdminConsole.Core.Results;

namespace AdminConsole.Web.Problems;

/// <summary>An error as the API answers it: RFC 9457, with a stable code and every fault by its JSON pointer.</summary>
internal sealed record ApiProblem(
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("title")] string Title) : IResult
{
    public const string ContentType = "application/problem+json";

    [JsonPropertyName("errors")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldFault>? Errors { get; init; }

    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>The one place where a use case's failure becomes an HTTP status.</summary>
    public static ApiProblem Of(IReadOnlyList<Failure> failures)
    {
        var first = failures[0];
        var faults = failures
            .Where(failure => failure.Field is not null)
            .Select(failure => new FieldFault($"/{failure.Field}", failure.Code, failure.Message))
            .ToList();
        return new(StatusOf(first.Kind), first.Code, first.Message) { Errors = faults.Count > 0 ? faults : null };
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (ProblemFormat.Of(httpContext) is { } form)
        {
            return form.Answer(this).ExecuteAsync(httpContext);
        }

        if (ProblemPages.Of(httpContext, this) is { } page)
        {
            return page.ExecuteAsync(httpContext);
        }

        httpContext.Response.StatusCode = Status;
        var answer = this with { RequestId = httpContext.TraceIdentifier };
        return httpContext.Response.WriteAsJsonAsync(answer, options: null, ContentType, httpContext.RequestAborted);
    }

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Stale => StatusCodes.Status412PreconditionFailed,
        FailureKind.TooMany => StatusCodes.Status429TooManyRequests,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        FailureKind.Reused => StatusCodes.Status422UnprocessableEntity,
        _ => throw new UnreachableException(),
    };
}

/// <summary>One fault of one field.</summary>
internal sealed record FieldFault(
    [property: JsonPropertyName("pointer")] string Pointer,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("message")] string Message);
