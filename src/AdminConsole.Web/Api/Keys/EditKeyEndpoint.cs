using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Edits a key by a merge patch, or says what the edit would do.</summary>
internal sealed class EditKeyEndpoint(EditKeyHandler editor, EditPreviewer previewer, ChangedKey changed) : IQueryParameters<bool>
{
    private const string DryRun = "dryRun";

    // Others are refused: what was meant as a dry run must not be saved.
    public static IReadOnlyList<ParameterText> Taken { get; } =
        [new(DryRun, new("Whether to say what the edit would do, and save nothing.", false)) { Type = JsonSchemaType.Boolean }];

    public static bool Read(ApiParameters parameters, Id<Organization> organization) =>
        parameters.Value<bool>(DryRun, text => bool.TryParse(text, out var value) ? value : null, "true or false") ?? false;

    public static Task<IResult> AnswerAsync(
        string id,
        JsonBody<KeyPatchBody> patch,
        IfMatch seen,
        Query<EditKeyEndpoint, bool> dryRun,
        HttpContext http,
        EditKeyEndpoint edit,
        CancellationToken cancellation)
    {
        var command = new EditKey(http.KeyTarget(id), seen.Version, patch.Value.ToPatch() with { MergesClaims = true });
        return dryRun.Value ? edit.PreviewAsync(http, command, seen.Version, cancellation) : edit.SaveAsync(http, command, cancellation);
    }

    private async Task<IResult> SaveAsync(HttpContext http, EditKey command, CancellationToken cancellation) =>
        await changed.AnswerAsync(http, command.Target, await editor.EditAsync(http.ApiCaller().Actor, command, cancellation), cancellation);

    private async Task<IResult> PreviewAsync(HttpContext http, EditKey command, int version, CancellationToken cancellation)
    {
        var preview = await previewer.PreviewAsync(http.ApiCaller().Actor, command, cancellation);
        return preview.Succeeded ? TypedResults.Ok(KeyPreviewBody.Of(version, preview.Value)) : ApiProblem.Of(preview.Failures);
    }
}
