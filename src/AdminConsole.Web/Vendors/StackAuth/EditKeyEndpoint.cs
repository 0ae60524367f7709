using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Changes a key's description, revokes it, or both. What is left out stays.</summary>
internal static class EditKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string id,
        VendorBody<StackKeyChange> body,
        HttpContext http,
        KeyQueries keyQueries,
        EditKeyHandler editor,
        RevokeKeyHandler revoker,
        VendorKeys keys,
        CancellationToken cancellation)
    {
        var (key, error) = await StackKeyAddress.FindAsync(http, keyQueries, id, cancellation);
        if (key is null)
        {
            return error!;
        }

        if (body.Value.Faults(key).ToList() is { Count: > 0 } faults)
        {
            return StackError.Schema(http.Request, faults);
        }

        var changed = await ChangeAsync(http.ApiCaller().Actor, key, body.Value, editor, revoker, cancellation);
        return await keys.AnswerChangeAsync(http, key.Target, changed, StackKey.Answer, cancellation);
    }

    private static async Task<Result<int>> ChangeAsync(
        Actor actor, KeyDetails key, StackKeyChange change, EditKeyHandler editor, RevokeKeyHandler revoker, CancellationToken cancellation)
    {
        var revocation = change.Revokes ? VendorRevocation.Of(key.Target, comment: null) : null;
        if (change.Describes(key))
        {
            var edit = new EditKey(key.Target, Version: null, new() { Description = change.Description }) { Revocation = revocation };
            return await editor.EditAsync(actor, edit, cancellation);
        }

        return revocation is null ? key.Version : await revoker.RevokeAsync(actor, revocation, cancellation);
    }
}

/// <summary>The two things that Stack's clients may change.</summary>
internal sealed record StackKeyChange
{
    public Optional<string?> Description { get; init; }

    public Optional<bool?> Revoked { get; init; }

    public bool Revokes => Revoked.Or(null) is true;

    public bool Describes(KeyDetails key) => Description.IsGiven && Description.Or(null) != key.Settings.Description;

    /// <summary>What Stack would not take. That a live key is not revoked can be said, as its documents do; of a revoked one it cannot.</summary>
    public IEnumerable<string> Faults(KeyDetails key)
    {
        if (Description.IsGiven && Description.Or(null) is null)
        {
            yield return "body.description must be text";
        }

        if (Revoked.IsGiven && Revoked.Or(null) is null)
        {
            yield return "body.revoked must be true";
        }

        if (Revoked.Or(null) is false && key.Revocation is not null)
        {
            yield return "body.revoked must be true: a revoked key stays revoked";
        }
    }
}
