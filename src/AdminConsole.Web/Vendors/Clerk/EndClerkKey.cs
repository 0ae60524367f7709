using AdminConsole.Keys;
using AdminConsole.Web.Api;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Revokes or deletes a key.</summary>
internal static class EndClerkKey
{
    public static async Task<IResult> RevokeAsync(string id, HttpContext http, KeyRevoker revoker, ClerkAnswers answers, CancellationToken cancellation)
    {
        var (body, problem) = await VendorBody.ReadAsync<ClerkRevocation>(http.Request, VendorJson.SnakeCase, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var target = http.ClerkTarget(id);
        var command = VendorRevocation.Of(target, body.RevocationReason);
        return await answers.ChangedAsync(http, target, await revoker.RevokeAsync(http.ManagementCaller().Actor, command, cancellation), cancellation);
    }

    public static async Task<IResult> DeleteAsync(string id, HttpContext http, KeyRevoker revoker, KeyDeleter deleter, CancellationToken cancellation)
    {
        // Only what is revoked can be deleted: the key ends first, and its end is audited.
        var actor = http.ManagementCaller().Actor;
        var target = http.ClerkTarget(id);
        var revoked = await revoker.RevokeAsync(actor, VendorRevocation.Of(target, "Deleted"), cancellation);
        if (!revoked.Succeeded)
        {
            return ApiProblem.Of(revoked.Failures);
        }

        var deleted = await deleter.DeleteAsync(actor, target, cancellation);
        return deleted.Succeeded ? ClerkAnswers.Ok(new ClerkDeletedKey(ClerkId.Of(deleted.Value))) : ApiProblem.Of(deleted.Failures);
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
