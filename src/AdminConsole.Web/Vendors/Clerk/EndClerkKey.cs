using AdminConsole.Core.Keys;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Revokes or deletes a key.</summary>
internal static class EndClerkKey
{
    public static async Task<IResult> RevokeAsync(
        string id, VendorBody<ClerkRevocation> body, HttpContext http, KeyRevoker revoker, VendorKeys keys, CancellationToken cancellation)
    {
        var target = http.VendorKeyTarget(id);
        var command = VendorRevocation.Of(target, body.Value.RevocationReason);
        var revoked = await revoker.RevokeAsync(http.ManagementCaller().Actor, command, cancellation);
        return await keys.AnswerChangeAsync(http, target, revoked, ClerkKey.Answer, cancellation);
    }

    public static async Task<IResult> DeleteAsync(string id, HttpContext http, VendorKeys keys, CancellationToken cancellation)
    {
        var deleted = await keys.DeleteAsync(http, http.VendorKeyTarget(id), cancellation);
        return deleted.Succeeded
            ? VendorJson.SnakeCase.Answer(new ClerkDeletedKey(VendorKeyId.Of(deleted.Value)))
            : ApiProblem.Of(deleted.Failures);
    }
}

/// <summary>Why a key is revoked, in the caller's words or in none.</summary>
internal sealed record ClerkRevocation
{
    public string? RevocationReason { get; init; }
}

/// <summary>A key that is gone.</summary>
internal sealed record ClerkDeletedKey(string Id)
{
    public string Object { get; } = "api_key";

    public bool Deleted { get; } = true;
}
