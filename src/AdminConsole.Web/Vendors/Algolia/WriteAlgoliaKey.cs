using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Adds a key, or replaces what one may do.</summary>
internal static class WriteAlgoliaKey
{
    /// <summary>The answer holds the secret, this once.</summary>
    public static async Task<IResult> AddAsync(
        VendorBody<AlgoliaSettings> body, HttpContext http, KeyIssuer issuer, VendorKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var command = body.Value.ToNewKey(caller.OrganizationId, clock.Now());
        return command.Succeeded
            ? await keys.AnswerIssueAsync(http, await issuer.IssueAsync(caller.Actor, command.Value, cancellation), Added, cancellation)
            : ApiProblem.Of(command.Failures);
    }

    public static async Task<IResult> ReplaceAsync(
        string key,
        VendorBody<AlgoliaSettings> body,
        HttpContext http,
        AlgoliaKeys names,
        KeyEditor editor,
        VendorKeys keys,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var found = await names.FindExistingAsync(http, key, cancellation);
        if (!found.Succeeded)
        {
            return ApiProblem.Of(found.Failures);
        }

        var command = body.Value.ToEdit(found.Value.Target, clock.Now());
        if (!command.Succeeded)
        {
            return ApiProblem.Of(command.Failures);
        }

        var edited = await editor.EditAsync(http.ManagementCaller().Actor, command.Value, cancellation);
        return await keys.AnswerChangeAsync(http, found.Value.Target, edited, (changed, _, _) => Replaced(changed, key), cancellation);
    }

    private static IResult Added(KeyDetails key, DateTimeOffset now, string? secret) =>
        VendorJson.CamelCase.Answer(new AlgoliaAddedKey(secret!, key.CreatedAt.UtcDateTime));

    private static IResult Replaced(KeyDetails key, string name) =>
        VendorJson.CamelCase.Answer(new AlgoliaReplacedKey(name, key.UpdatedAt.UtcDateTime));
}

/// <summary>A key that is there from now on. Algolia's client takes these two members, in this order, and no others.</summary>
internal sealed record AlgoliaAddedKey(string Key, DateTime CreatedAt)
{
    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaAddedKey);
}

/// <summary>A key whose attributes were replaced.</summary>
internal sealed record AlgoliaReplacedKey(string Key, DateTime UpdatedAt)
{
    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaReplacedKey);
}
