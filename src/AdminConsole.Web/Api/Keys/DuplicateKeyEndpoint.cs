using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Makes a key like another one, with a secret of its own.</summary>
internal static class DuplicateKeyEndpoint
{
    public static async Task<Results<Created<CreatedKeyBody>, ApiProblem>> AnswerAsync(
        string id,
        JsonBody<DuplicateKeyBody> body,
        IdempotencyKey once,
        HttpContext http,
        IdempotentKeyService keys,
        CancellationToken cancellation)
    {
        var command = new DuplicateKey(http.KeyTarget(id), body.Value.Name, body.Value.ExpiresAt);
        return CreatedKeyAnswer.Of(http, await keys.DuplicateAsync(http.ApiCaller().Actor, command, once.Name, cancellation));
    }
}

/// <summary>What the duplicate has of its own.</summary>
internal sealed record DuplicateKeyBody
{
    public string? Name { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }
}
