using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Edits a key. Nothing in the request, not even a body, changes nothing.</summary>
internal static class EditKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string id,
        VendorBody<ClerkSettings> body,
        HttpContext http,
        EditKeyHandler editor,
        VendorKeys keys,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (body.Value.Faults().ToList() is { Count: > 0 } faults)
        {
            return ApiProblem.Of(faults);
        }

        var target = http.VendorKeyTarget(id);
        var command = new EditKey(target, Version: null, body.Value.ToPatch(clock.Now()))
        {
            Exemptions = ClerkSettings.Exemptions,
            Owner = body.Value.Owner,
        };
        var edited = await editor.EditAsync(http.ApiCaller().Actor, command, cancellation);
        return await keys.AnswerChangeAsync(http, target, edited, ClerkKey.Answer, cancellation);
    }
}
