using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Web.Api;

/// <summary>Names the next page of a list.</summary>
internal static class NextPage
{
    public static void Link(HttpContext http, string? cursor)
    {
        if (cursor is not null)
        {
            http.Response.Headers.Link = $"<{Address(http.Request, cursor)}>; rel=\"next\"";
        }
    }

    /// <summary>The same question from the cursor on. Without scheme and host: behind a proxy they are not the ones that the caller used.</summary>
    private static string Address(HttpRequest request, string cursor) => QueryHelpers.AddQueryString(
        $"{request.PathBase}{request.Path}",
        request.Query
            .Where(parameter => !parameter.Key.Equals(ApiParameters.Cursor, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value.ToString()))
            .Append(new(ApiParameters.Cursor, cursor)));
}
