using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Replaces what a key may do.</summary>
internal static class EditKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string key,
        VendorBody<AlgoliaSettings> body,
        HttpContext http,
        AlgoliaKeys names,
        EditKeyHandler editor,
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

        var edited = await editor.EditAsync(http.ApiCaller().Actor, command.Value, cancellation);
        return await keys.AnswerChangeAsync(http, found.Value.Target, edited, (changed, _, _) => Replaced(changed, key), cancellation);
    }

    private static IResult Replaced(KeyDetails key, string name) =>
        VendorJson.CamelCase.Answer(new AlgoliaReplacedKey(name, key.UpdatedAt.UtcDateTime));
}

/// <summary>A key whose attributes were replaced.</summary>
internal sealed record AlgoliaReplacedKey(string Key, DateTime UpdatedAt)
{
    // A record would print the secret.
    public override string ToString() => nameof(AlgoliaReplacedKey);
}
