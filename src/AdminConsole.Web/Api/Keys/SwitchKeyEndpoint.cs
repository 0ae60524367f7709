using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Disables and enables a key. Neither needs a version: switching off always wins.</summary>
internal static class SwitchKeyEndpoint
{
    public static async Task<Results<Ok<KeyBody>, NoContent, ApiProblem>> DisableAsync(
        string id, HttpContext http, SwitchKeyHandler keySwitch, ChangedKey changed, CancellationToken cancellation)
    {
        var target = http.KeyTarget(id);
        var version = await keySwitch.DisableAsync(http.ApiCaller().Actor, target, cancellation);
        return await changed.AnswerAsync(http, target, version, cancellation);
    }

    public static async Task<Results<Ok<KeyBody>, NoContent, ApiProblem>> EnableAsync(
        string id, HttpContext http, SwitchKeyHandler keySwitch, ChangedKey changed, CancellationToken cancellation)
    {
        var target = http.KeyTarget(id);
        var version = await keySwitch.EnableAsync(http.ApiCaller().Actor, target, cancellation);
        return await changed.AnswerAsync(http, target, version, cancellation);
    }
}
