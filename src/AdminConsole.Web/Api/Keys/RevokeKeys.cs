using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Revokes a key for good. It needs no version and always wins.</summary>
internal static class RevokeKeys
{
    public static async Task<Results<Ok<KeyBody>, NoContent, ApiProblem>> AnswerAsync(
        string id, HttpContext http, KeyRevoker revoker, ChangedKey changed, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync<RevokeKeyBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var reason = NamedValue.Read(KeyFields.RevocationReason, body.Reason, Enum.GetValues<RevocationReason>());
        if (!reason.Succeeded)
        {
            return ApiProblem.Of(reason.Failures);
        }

        var target = http.KeyTarget(id);
        var version = await revoker.RevokeAsync(http.ManagementCaller().Actor, new(target, reason.Value, body.Comment), cancellation);
        return await changed.AnswerAsync(http, target, version, cancellation);
    }
}

/// <summary>Why a key is revoked.</summary>
internal sealed record RevokeKeyBody
{
    public string? Reason { get; init; }

    public string? Comment { get; init; }
}
