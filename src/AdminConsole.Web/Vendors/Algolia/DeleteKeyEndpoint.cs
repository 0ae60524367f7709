using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>
/// Deletes a key so that it can be restored: with us, by disabling it, which is what can be taken back. A revoked key stays revoked.
/// </summary>
internal static class DeleteKeyEndpoint
{
    private static readonly ApiProblem NotDeleted = new(StatusCodes.Status404NotFound, "key.exists", "Key already exists");

    public static async Task<IResult> DeleteAsync(
        string key, HttpContext http, AlgoliaKeys names, SwitchKeyHandler keySwitch, VendorKeys keys, CancellationToken cancellation)
    {
        var found = await names.FindExistingAsync(http, key, cancellation);
        if (!found.Succeeded)
        {
            return ApiProblem.Of(found.Failures);
        }

        var disabled = await keySwitch.DisableAsync(http.ApiCaller().Actor, found.Value.Target, cancellation);
        return await keys.AnswerChangeAsync(http, found.Value.Target, disabled, Deleted, cancellation);
    }

    /// <summary>From now on the key never expires.</summary>
    public static async Task<IResult> RestoreAsync(
        string key,
        HttpContext http,
        AlgoliaKeys names,
        EditKeyHandler editor,
        SwitchKeyHandler keySwitch,
        VendorKeys keys,
        CancellationToken cancellation)
    {
        var found = await names.FindAsync(http, key, cancellation);
        if (!found.Succeeded || found.Value.Revocation is not null)
        {
            return ApiProblem.Of(found.Succeeded ? [KeyFailures.NotFound] : found.Failures);
        }

        if (AlgoliaKey.Exists(found.Value))
        {
            return NotDeleted;
        }

        var actor = http.ApiCaller().Actor;
        var target = found.Value.Target;

        // Enabled last: were the second change not made, the key would still be deleted.
        var edited = await editor.EditAsync(actor, new(target, Version: null, new() { ExpiresAt = new(null) }), cancellation);
        var enabled = edited.Succeeded ? await keySwitch.EnableAsync(actor, target, cancellation) : edited;
        return await keys.AnswerChangeAsync(http, target, enabled, (restored, _, _) => Restored(restored, key), cancellation);
    }

    private static IResult Deleted(KeyDetails key, DateTimeOffset now, string? secret) =>
        VendorJson.CamelCase.Answer(new AlgoliaDeletedKey(key.UpdatedAt.UtcDateTime));

    private static IResult Restored(KeyDetails key, string name) =>
        VendorJson.CamelCase.Answer(new AlgoliaAddedKey(name, key.CreatedAt.UtcDateTime));
}

/// <summary>A key that is gone, for now.</summary>
internal sealed record AlgoliaDeletedKey(DateTime DeletedAt);
