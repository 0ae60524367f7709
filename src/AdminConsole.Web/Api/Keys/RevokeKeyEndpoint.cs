using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Revokes a key for good. It needs no version and always wins.</summary>
internal static class RevokeKeyEndpoint
{
    public static async Task<Results<Ok<KeyBody>, NoContent, ApiProblem>> AnswerAsync(
        string id, JsonBody<RevokeKeyBody> body, HttpContext http, RevokeKeyHandler revoker, ChangedKey changed, CancellationToken cancellation)
    {
        var target = http.KeyTarget(id);
        var version = await revoker.RevokeAsync(http.ApiCaller().Actor, body.Value.ToCommand(target), cancellation);
        return await changed.AnswerAsync(http, target, version, cancellation);
    }
}

/// <summary>Why a key is revoked.</summary>
internal sealed record RevokeKeyBody : ICheckedBody
{
    public string? Reason { get; init; }

    public string? Comment { get; init; }

    private Result<RevocationReason?> ReasonRead => NamedValue.Read(KeyFields.RevocationReason, Reason, Enum.GetValues<RevocationReason>());

    public IReadOnlyList<Failure> Faults() => ReasonRead.Failures;

    public RevokeKey ToCommand(KeyTarget target) => new(target, ReasonRead.Value, Comment);
}
