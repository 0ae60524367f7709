using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKey
{
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

        return await IssuedKeyAnswer.AnswerAsync(
            http,
            () => issuer.IssueAsync(caller.Actor, command.Value, cancellation),
            request => onceIssuer.IssueAsync(caller.Actor, command.Value, request, cancellation));
    }
}
