using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Shows what became of a key, version by version.</summary>
internal sealed class KeyVersionsEndpoint : IQueryParameters<int>
{
    private const int DefaultLimit = 50;

    public static IReadOnlyList<ParameterText> Taken { get; } =
        [ParameterText.Limit with { Text = ParameterText.Limit.Text with { Description = "How many of the newest; 50 unless given." } }];

    public static int Read(ApiParameters parameters, Id<Organization> organization) =>
        parameters.Number(ApiParameters.Limit, 1, KeyQuery.MaxLimit) ?? DefaultLimit;

    public static async Task<Results<Ok<KeyVersionsBody>, ApiProblem>> AnswerAsync(
        string id, Query<KeyVersionsEndpoint, int> limit, HttpContext http, KeyQueries keyQueries, CancellationToken cancellation)
    {
        var versions = await keyQueries.HistoryAsync(http.ApiCaller().Actor, http.KeyTarget(id), limit.Value, cancellation);
        return versions.Succeeded
            ? TypedResults.Ok(new KeyVersionsBody([.. versions.Value.Select(KeyVersionBody.Of)]))
            : ApiProblem.Of(versions.Failures);
    }
}

/// <summary>The newest versions of a key, the newest first.</summary>
internal sealed record KeyVersionsBody(IReadOnlyList<KeyVersionBody> Versions);

/// <summary>One version, and what it changed from the one before.</summary>
internal sealed record KeyVersionBody(int Version, DateTimeOffset At, ActorRef By, string Action, IReadOnlyList<FieldChange> Changes)
{
    public static KeyVersionBody Of(KeyVersion version) => new(version.Version, version.At, version.By, version.Action, version.Changes);
}
