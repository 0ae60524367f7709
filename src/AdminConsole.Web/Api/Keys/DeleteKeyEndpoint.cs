using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Deletes a revoked key.</summary>
internal static class DeleteKeyEndpoint
{
    public static async Task<Results<NoContent, ApiProblem>> AnswerAsync(
        string id, HttpContext http, DeleteKeyHandler deleter, CancellationToken cancellation)
    {
        var deleted = await deleter.DeleteAsync(http.ApiCaller().Actor, http.KeyTarget(id), cancellation);
        return deleted.Succeeded ? TypedResults.NoContent() : ApiProblem.Of(deleted.Failures);
    }
}
