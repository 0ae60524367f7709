using AdminConsole.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Lists keys and shows one.</summary>
internal static class ReadKeys
{
    public static async Task<Results<Ok<KeyBody>, ApiProblem>> GetAsync(string id, HttpContext http, KeyFinder finder, CancellationToken cancellation)
    {
        var key = await finder.GetAsync(http.ManagementCaller().Actor, http.KeyTarget(id), cancellation);
        if (!key.Succeeded)
        {
            return ApiProblem.Of(key.Failures);
        }

        EntityTag.Send(http, key.Value.Version);
        return TypedResults.Ok(KeyBody.Of(key.Value));
    }

    public static async Task<Results<Ok<KeyListBody>, ApiProblem>> ListAsync(HttpContext http, KeyFinder finder, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var query = KeyListParameters.Read(http.Request.Query, caller.OrganizationId);
        if (!query.Succeeded)
        {
            return ApiProblem.Of(query.Failures);
        }

        var page = await finder.ListAsync(caller.Actor, query.Value, cancellation);
        if (!page.Succeeded)
        {
            return ApiProblem.Of(page.Failures);
        }

        NextPage.Link(http, page.Value.Next);
        return TypedResults.Ok(KeyListBody.Of(page.Value));
    }
}
