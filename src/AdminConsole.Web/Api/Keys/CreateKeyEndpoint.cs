using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<Results<Created<IssuedKeyBody>, ApiProblem>> AnswerAsync(
        JsonBody<NewKeyBody> body, IdempotencyKey once, HttpContext http, KeyIssuer issuer, OnceIssuer onceIssuer, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToCommand(caller.OrganizationId);
        return once.Name is { } name
            ? IssuedKeyAnswer.Of(http, await onceIssuer.IssueAsync(caller.Actor, command, name, cancellation), IssuedKeyBody.Of)
            : IssuedKeyAnswer.Of(http, await issuer.IssueAsync(caller.Actor, command, cancellation), IssuedKeyBody.Of);
    }
}
