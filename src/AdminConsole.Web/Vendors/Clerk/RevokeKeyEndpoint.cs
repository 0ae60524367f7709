using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Revokes a key.</summary>
internal static class RevokeKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string id, VendorBody<ClerkRevocation> body, HttpContext http, RevokeKeyHandler revoker, VendorKeys keys, CancellationToken cancellation)
    {
        var target = http.VendorKeyTarget(id);
        var command = VendorRevocation.Of(target, body.Value.RevocationReason);
        var revoked = await revoker.RevokeAsync(http.ApiCaller().Actor, command, cancellation);
        return await keys.AnswerChangeAsync(http, target, revoked, ClerkKey.Answer, cancellation);
    }
}

/// <summary>Why a key is revoked, in the caller's words or in none.</summary>
internal sealed record ClerkRevocation
{
    public string? RevocationReason { get; init; }
}
