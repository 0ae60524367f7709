using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Answers;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Lists keys and shows one.</summary>
internal static class ReadKeyEndpoint
{
    public static async Task<Results<Ok<KeyBody>, ApiProblem>> GetAsync(
        string id, HttpContext http, KeyQueries keyQueries, CancellationToken cancellation)
    {
        var key = await keyQueries.GetAsync(http.ApiCaller().Actor, http.KeyTarget(id), cancellation);
        return VersionedAnswers.Show(http, key, found => found.Version, KeyBody.Of);
    }

    public static async Task<Results<Ok<KeyListBody>, ApiProblem>> ListAsync(
        Query<KeyListParameters, KeyQuery> query, HttpContext http, KeyQueries keyQueries, CancellationToken cancellation)
    {
        var page = await keyQueries.ListAsync(http.ApiCaller().Actor, query.Value, cancellation);
        return PagedAnswers.Show(http, page, found => found.Next, KeyListBody.Of);
    }
}
