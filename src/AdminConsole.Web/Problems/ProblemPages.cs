using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Problems;

/// <summary>Shows a problem as a page to somebody who opened one, or sent its form.</summary>
internal static class ProblemPages
{
    private static readonly PathString[] ForPrograms = ["/api", "/openapi"];

    /// <summary>The page; null for a program, which is answered with the problem itself.</summary>
    public static RazorComponentResult<ProblemPage>? Of(HttpContext http, ApiProblem problem)
    {
        if (!IsForPerson(http))
        {
            return null;
        }

        var shown = new { Base = $"{http.Request.PathBase}/", Text = problem.Title, RequestId = http.TraceIdentifier };
        var page = new RazorComponentResult<ProblemPage>(shown);
        page.StatusCode = problem.Status;
        return page;
    }

    // An address is needed to render a page at. What only programs ask for is never one.
    private static bool IsForPerson(HttpContext http) =>
        http.Request.Host.HasValue
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && ((http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is { } endpoint
            ? endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null || endpoint.Metadata.GetMetadata<OpenedByPerson>() is not null
            : !ForPrograms.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)));
}
