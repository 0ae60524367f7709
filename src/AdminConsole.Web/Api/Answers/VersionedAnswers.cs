using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Answers;

/// <summary>Answers about a thing that has versions: with the version as its ETag.</summary>
internal static class VersionedAnswers
{
    public static Results<Ok<TBody>, ApiProblem> Show<T, TBody>(HttpContext http, Result<T> thing, Func<T, int> version, Func<T, TBody> body)
    {
        if (!thing.Succeeded)
        {
            return ApiProblem.Of(thing.Failures);
        }

        EntityTag.Send(http, version(thing.Value));
        return TypedResults.Ok(body(thing.Value));
    }

    public static Results<Created<TBody>, ApiProblem> Created<T, TBody>(
        HttpContext http, Result<T> thing, Func<T, int> version, Func<T, TBody> body, Func<T, string> path)
    {
        if (!thing.Succeeded)
        {
            return ApiProblem.Of(thing.Failures);
        }

        EntityTag.Send(http, version(thing.Value));
        return TypedResults.Created($"{ApiPaths.Prefix}{path(thing.Value)}", body(thing.Value));
    }

    /// <summary>What is gone has no body and no version.</summary>
    public static Results<NoContent, ApiProblem> Deleted<T>(Result<T> deleted) =>
        deleted.Succeeded ? TypedResults.NoContent() : ApiProblem.Of(deleted.Failures);
}
