using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Answers a change: the key as it is now, to those who may read it, with its new ETag.</summary>
internal sealed class ChangedKey(KeyQueries keyQueries)
{
    public async Task<Results<Ok<KeyBody>, NoContent, ApiProblem>> AnswerAsync(
        HttpContext http, KeyTarget target, Result<int> version, CancellationToken cancellation)
    {
        if (!version.Succeeded)
        {
            return ApiProblem.Of(version.Failures);
        }

        // The change is made: a caller that may write and not read is not told that it was refused.
        var actor = http.ApiCaller().Actor;
        if (!actor.Can(Permission.ReadKeys, target.OrganizationId))
        {
            EntityTag.Send(http, version.Value);
            return TypedResults.NoContent();
        }

        var key = await keyQueries.GetAsync(actor, target, cancellation);
        if (!key.Succeeded)
        {
            return ApiProblem.Of(key.Failures);
        }

        EntityTag.Send(http, key.Value.Version);
        return TypedResults.Ok(KeyBody.Of(key.Value));
    }
}
