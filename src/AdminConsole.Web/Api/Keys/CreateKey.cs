using AdminConsole.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKey
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static async Task<Results<Created<IssuedKeyBody>, ApiProblem>> AnswerAsync(
        HttpContext http, KeyIssuer issuer, OnceIssuer onceIssuer, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync<NewKeyBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var caller = http.ManagementCaller();
        var command = body.ToCommand(caller.OrganizationId);
        if (!command.Succeeded)
        {
            return ApiProblem.Of(command.Failures);
        }

        if (http.Request.Headers.TryGetValue(IdempotencyKey, out var request))
        {
            var once = await onceIssuer.IssueAsync(caller.Actor, command.Value, request.ToString(), cancellation);
            return once.Succeeded ? Created(http, IssuedKeyBody.Of(once.Value)) : ApiProblem.Of(once.Failures);
        }

        var issued = await issuer.IssueAsync(caller.Actor, command.Value, cancellation);
        return issued.Succeeded ? Created(http, IssuedKeyBody.Of(issued.Value)) : ApiProblem.Of(issued.Failures);
    }

    private static Created<IssuedKeyBody> Created(HttpContext http, IssuedKeyBody key)
    {
        EntityTag.Send(http, key.Version);
        return TypedResults.Created($"{ApiRoutes.Prefix}{KeyRoutes.List}/{key.Id}", key);
    }
}
