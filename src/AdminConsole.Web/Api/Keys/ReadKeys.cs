using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Lists keys and shows one.</summary>
internal static class ReadKeys
{
    public static async Task<Results<Ok<KeyBody>, ApiProblem>> GetAsync(string id, HttpContext http, KeyFinder finder, CancellationToken cancellation)
    {
        var key = await finder.GetAsync(http.ManagementCaller().Actor, http.KeyTarget(id), cancellation);
        return VersionedAnswers.Show(http, key, found => found.Version, KeyBody.Of);
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
        return PagedAnswers.Show(http, page, found => found.Next, KeyListBody.Of);
    }
}
