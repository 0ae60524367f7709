using System.Globalization;
using AdminConsole.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace AdminConsole.Web.Api.Requests;

/// <summary>The version of a thing as its ETag.</summary>
internal static class EntityTag
{
    // Versions begin at 1.
    private const int NoVersion = 0;

    public static readonly ApiProblem Missing = new(
        StatusCodes.Status428PreconditionRequired,
        "if_match.missing",
        "Send the ETag of the version that this edit was made from, as “If-Match: \"3\"”.");

    public static readonly ApiProblem Malformed = new(
        StatusCodes.Status400BadRequest, "if_match.malformed", "Send one ETag as it was answered, as “If-Match: \"3\"”.");

    public static void Send(HttpContext http, int version) => http.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>
    /// The version that an edit was made from, or the problem to answer with. A tag of none of our versions stands for no version: it is stale.
    /// A proxy that compresses makes a tag weak (RFC 9110, 8.8.3): it still names the same version.
    /// </summary>
    public static (int Version, ApiProblem? Problem) Expected(HttpRequest request)
    {
        // A star would overwrite whatever is there, which is what the header is asked for to prevent.
        if (request.Headers.IfMatch.ToString() is not { Length: > 0 } header || header == EntityTagHeaderValue.Any.Tag)
        {
            return (NoVersion, Missing);
        }

        if (!EntityTagHeaderValue.TryParse(header, out var tag))
        {
            return (NoVersion, Malformed);
        }

        var isOurs = int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return (isOurs ? version : NoVersion, null);
    }
}
