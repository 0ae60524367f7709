using AdminConsole.Core.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Answers a request that makes a key: its secret this once, or why there is none.</summary>
internal static class CreatedKeyAnswer
{
    public static Results<Created<CreatedKeyBody>, ApiProblem> Of<T>(HttpContext http, Result<T> created, Func<T, CreatedKeyBody> body)
    {
        if (!created.Succeeded)
        {
            return ApiProblem.Of(created.Failures);
        }

        var key = body(created.Value);
        EntityTag.Send(http, key.Version);
        return TypedResults.Created($"{ApiRoutes.Prefix}{KeyRoutes.List}/{key.Id}", key);
    }
}
