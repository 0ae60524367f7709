using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Makes a key like another one, with a secret of its own.</summary>
internal static class DuplicateKeys
{
    public static async Task<Results<Created<IssuedKeyBody>, ApiProblem>> AnswerAsync(
        string id, HttpContext http, KeyDuplicator duplicator, OnceIssuer onceIssuer, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync<DuplicateKeyBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var actor = http.ManagementCaller().Actor;
        var command = new DuplicateKey(http.KeyTarget(id), body.Name, body.ExpiresAt);
        return await IssuedKeyAnswer.AnswerAsync(
            http,
            () => duplicator.DuplicateAsync(actor, command, cancellation),
            request => onceIssuer.DuplicateAsync(actor, command, request, cancellation));
    }
}

/// <summary>What the duplicate has of its own.</summary>
internal sealed record DuplicateKeyBody
{
    public string? Name { get; init; }

    public Optional<DateTimeOffset?> ExpiresAt { get; init; }
}
