using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Api.Answers;

/// <summary>Answers about a list: a page of it, and in <c>Link</c> where the next one is (RFC 8288).</summary>
internal static class PagedAnswers
{
    public static Results<Ok<TBody>, ApiProblem> Show<TPage, TBody>(
        HttpContext http, Result<TPage> page, Func<TPage, string?> next, Func<TPage, TBody> body)
    {
        if (!page.Succeeded)
        {
            return ApiProblem.Of(page.Failures);
        }

        if (next(page.Value) is { } cursor)
        {
            http.Response.Headers.Link = $"<{Address(http.Request, cursor)}>; rel=\"next\"";
        }

        return TypedResults.Ok(body(page.Value));
    }

    /// <summary>The same question from the cursor on. Without scheme and host: behind a proxy they are not the ones that the caller used.</summary>
    private static string Address(HttpRequest request, string cursor) => QueryHelpers.AddQueryString(
        $"{request.PathBase}{request.Path}",
        request.Query
            .Where(parameter => !parameter.Key.Equals(ApiParameters.Cursor, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value.ToString()))
            .Append(new(ApiParameters.Cursor, cursor)));
}
