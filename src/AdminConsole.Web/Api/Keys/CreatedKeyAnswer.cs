using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Answers a request that makes a key: its secret this once, or why there is none.</summary>
internal static class CreatedKeyAnswer
{
    public static Results<Created<CreatedKeyBody>, ApiProblem> Of(HttpContext http, Result<CreatedOnce> created)
    {
        if (!created.Succeeded)
        {
            return ApiProblem.Of(created.Failures);
        }

        var key = CreatedKeyBody.Of(created.Value);
        EntityTag.Send(http, key.Version);
        return TypedResults.Created($"{ApiPaths.Prefix}{KeyRoutes.List}/{key.Id}", key);
    }
}
