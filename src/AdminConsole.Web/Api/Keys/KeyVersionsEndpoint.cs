using AdminConsole.Core.Actors;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Shows what became of a key, version by version.</summary>
internal static class KeyVersionsEndpoint
{
    public static async Task<Results<Ok<KeyVersionsBody>, ApiProblem>> AnswerAsync(
        string id, Query<VersionParameters, int> limit, HttpContext http, KeyFinder finder, CancellationToken cancellation)
    {
        var versions = await finder.HistoryAsync(http.ManagementCaller().Actor, http.KeyTarget(id), limit.Value, cancellation);
        return versions.Succeeded
            ? TypedResults.Ok(new KeyVersionsBody([.. versions.Value.Select(KeyVersionBody.Of)]))
            : ApiProblem.Of(versions.Failures);
    }
}

/// <summary>The newest versions of a key, the newest first.</summary>
internal sealed record KeyVersionsBody(IReadOnlyList<KeyVersionBody> Versions);

/// <summary>One version, and what it changed from the one before.</summary>
internal sealed record KeyVersionBody(int Version, DateTimeOffset At, ActorRef By, string Action, IReadOnlyList<KeyFieldChange> Changes)
{
    public static KeyVersionBody Of(KeyVersion version) => new(version.Version, version.At, version.By, version.Action, version.Changes);
}
