using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Makes a successor of a key. It overwrites nobody's edit, so it needs no version.</summary>
internal static class RotateKeyEndpoint
{
    public static async Task<Results<Created<CreatedKeyBody>, ApiProblem>> AnswerAsync(
        string id,
        JsonBody<RotateKeyBody> body,
        IdempotencyKey once,
        HttpContext http,
        IdempotentKeyService keys,
        CancellationToken cancellation)
    {
        var command = body.Value.ToCommand(http.KeyTarget(id));
        return CreatedKeyAnswer.Of(http, await keys.RotateAsync(http.ApiCaller().Actor, command, once.Name, cancellation));
    }
}

/// <summary>How to rotate.</summary>
internal sealed record RotateKeyBody
{
    public int? OverlapSeconds { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }

    public RotateKey ToCommand(KeyTarget target) =>
        new(target, OverlapSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : RotateKey.DefaultOverlap, ExpiresAt);
}
