using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
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
        DuplicateKeyHandler duplicator,
        IdempotentKeyService idempotent,
        CancellationToken cancellation)
    {
        var actor = http.ApiCaller().Actor;
        var command = new DuplicateKey(http.KeyTarget(id), body.Value.Name, body.Value.ExpiresAt);
        return once.Name is { } name
            ? CreatedKeyAnswer.Of(http, await idempotent.DuplicateAsync(actor, command, name, cancellation), CreatedKeyBody.Of)
            : CreatedKeyAnswer.Of(http, await duplicator.DuplicateAsync(actor, command, cancellation), CreatedKeyBody.Of);
    }
}

/// <summary>What the duplicate has of its own.</summary>
internal sealed record DuplicateKeyBody
{
    public string? Name { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }
}
