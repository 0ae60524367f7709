using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<Results<Created<CreatedKeyBody>, ApiProblem>> AnswerAsync(
        JsonBody<NewKeyBody> body,
        IdempotencyKey once,
        HttpContext http,
        CreateKeyHandler handler,
        IdempotentKeyService idempotent,
        CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToCommand(caller.OrganizationId);
        return once.Name is { } name
            ? CreatedKeyAnswer.Of(http, await idempotent.CreateAsync(caller.Actor, command, name, cancellation), CreatedKeyBody.Of)
            : CreatedKeyAnswer.Of(http, await handler.CreateAsync(caller.Actor, command, cancellation), CreatedKeyBody.Of);
    }
}
