using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Edits a key by a merge patch, or says what the edit would do.</summary>
internal sealed class PatchKey(KeyEditor editor, EditPreviewer previewer, ChangedKey changed)
{
    private const string DryRun = "dryRun";

    public static Task<IResult> AnswerAsync(string id, HttpContext http, PatchKey patch, CancellationToken cancellation) =>
        patch.AnswerAsync(http, http.KeyTarget(id), cancellation);

    private async Task<IResult> AnswerAsync(HttpContext http, KeyTarget target, CancellationToken cancellation)
    {
        var (body, version, problem) = await ApiEdit.ReadAsync<KeyPatchBody>(http.Request, cancellation);
        if (body is null)
        {
            return problem!;
        }

        // Unknown parameters are refused: an edit that was meant as a dry run must not be saved.
        var parameters = new ApiParameters(http.Request.Query);
        parameters.AllowOnly(DryRun);
        var dryRun = parameters.Value<bool>(DryRun, text => bool.TryParse(text, out var value) ? value : null, "true or false");
        if (parameters.Faults.Count > 0)
        {
            return ApiProblem.Of(parameters.Faults);
        }

        var command = new EditKey(target, version, body.ToPatch() with { MergesClaims = true });
        return dryRun is true
            ? await PreviewAsync(http, version, command, cancellation)
            : await changed.AnswerAsync(http, target, await editor.EditAsync(http.ManagementCaller().Actor, command, cancellation), cancellation);
    }

    private async Task<Results<Ok<KeyPreviewBody>, ApiProblem>> PreviewAsync(HttpContext http, int version, EditKey command, CancellationToken cancellation)
    {
        var preview = await previewer.PreviewAsync(http.ManagementCaller().Actor, command, cancellation);
        return preview.Succeeded ? TypedResults.Ok(KeyPreviewBody.Of(version, preview.Value)) : ApiProblem.Of(preview.Failures);
    }
}
