using Microsoft.AspNetCore.Diagnostics;

namespace AdminConsole.Web.Problems;

/// <summary>
/// How the endpoints of a vendor's surface answer a problem, whoever finds it: the endpoint, its filter or a step of the pipeline before it.
/// </summary>
internal sealed record ProblemFormat(Func<ApiProblem, IResult> Answer)
{
    /// <summary>
    /// The form of the endpoint that was asked; null = RFC 9457. An endpoint that threw has been taken off the request, and is known to the handler.
    /// </summary>
    public static ProblemFormat? Of(HttpContext http) =>
        (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<ProblemFormat>();
}
