using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Makes a successor of a key. It overwrites nobody's edit, so it needs no version.</summary>
internal static class RotateKeys
{
    public static async Task<Results<Created<IssuedKeyBody>, ApiProblem>> AnswerAsync(
        string id, HttpContext http, KeyRotator rotator, OnceIssuer onceIssuer, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync<RotateKeyBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var actor = http.ManagementCaller().Actor;
        var command = body.ToCommand(http.KeyTarget(id));
        return await IssuedKeyAnswer.AnswerAsync(
            http,
            () => rotator.RotateAsync(actor, command, cancellation),
            request => onceIssuer.RotateAsync(actor, command, request, cancellation));
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
