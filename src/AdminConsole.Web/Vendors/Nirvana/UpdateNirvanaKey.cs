using AdminConsole.Core.Keys;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Edits a key. Nothing in the request, not even a body, changes nothing.</summary>
internal static class UpdateNirvanaKey
{
    public static async Task<IResult> AnswerAsync(string id, HttpContext http, KeyEditor editor, VendorKeys keys, CancellationToken cancellation)
    {
        var (body, problem) = await VendorBody.ReadAsync<NirvanaSettings>(http.Request, VendorJson.SnakeCase, cancellation);
        if (body is null)
        {
            return problem!;
        }

        if (body.Faults().ToList() is { Count: > 0 } faults)
        {
            return ApiProblem.Of(faults);
        }

        var target = http.NirvanaTarget(id);
        var edited = await editor.EditAsync(http.ManagementCaller().Actor, new(target, Version: null, body.ToPatch()), cancellation);
        return await keys.AnswerChangeAsync(http, target, edited, NirvanaKey.Answer, cancellation);
    }
}
