using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Answers a request that makes a key: its secret this once, and no second key when the request is sent again under its own name.</summary>
internal static class IssuedKeyAnswer
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static async Task<Results<Created<IssuedKeyBody>, ApiProblem>> AnswerAsync(
        HttpContext http, Func<Task<Result<IssuedKey>>> issue, Func<string, Task<Result<IssuedOnce>>> issueOnce)
    {
        if (http.Request.Headers.TryGetValue(IdempotencyKey, out var request))
        {
            var once = await issueOnce(request.ToString());
            return once.Succeeded ? Created(http, IssuedKeyBody.Of(once.Value)) : ApiProblem.Of(once.Failures);
        }

        var issued = await issue();
        return issued.Succeeded ? Created(http, IssuedKeyBody.Of(issued.Value)) : ApiProblem.Of(issued.Failures);
    }

    private static Created<IssuedKeyBody> Created(HttpContext http, IssuedKeyBody key)
    {
        EntityTag.Send(http, key.Version);
        return TypedResults.Created($"{ApiRoutes.Prefix}{KeyRoutes.List}/{key.Id}", key);
    }
}
