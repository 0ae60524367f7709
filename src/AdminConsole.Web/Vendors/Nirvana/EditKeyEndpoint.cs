using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Edits a key. Nothing in the request, not even a body, changes nothing.</summary>
internal static class EditKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string id, VendorBody<NirvanaSettings> body, HttpContext http, EditKeyHandler editor, VendorKeys keys, CancellationToken cancellation)
    {
        if (body.Value.Faults().ToList() is { Count: > 0 } faults)
        {
            return ApiProblem.Of(faults);
        }

        var target = http.NirvanaTarget(id);
        var edited = await editor.EditAsync(http.ApiCaller().Actor, new(target, Version: null, body.Value.ToPatch()), cancellation);
        return await keys.AnswerChangeAsync(http, target, edited, NirvanaKey.Answer, cancellation);
    }
}
