using AdminConsole.Core.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Answers a request that makes a key: its secret this once, or why there is none.</summary>
internal static class IssuedKeyAnswer
{
    public static Results<Created<IssuedKeyBody>, ApiProblem> Of<T>(HttpContext http, Result<T> issued, Func<T, IssuedKeyBody> body)
    {
        if (!issued.Succeeded)
        {
            return ApiProblem.Of(issued.Failures);
        }

        var key = body(issued.Value);
        EntityTag.Send(http, key.Version);
        return TypedResults.Created($"{ApiRoutes.Prefix}{KeyRoutes.List}/{key.Id}", key);
    }
}
