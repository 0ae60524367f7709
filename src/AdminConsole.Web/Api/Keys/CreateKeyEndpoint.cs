using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<Results<Created<CreatedKeyBody>, ApiProblem>> AnswerAsync(
        JsonBody<NewKeyBody> body,
        IdempotencyKey once,
        HttpContext http,
        IdempotentKeyService keys,
        CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToCommand(caller.OrganizationId);
        return CreatedKeyAnswer.Of(http, await keys.CreateAsync(caller.Actor, command, once.Name, cancellation));
    }
}
