using AdminConsole.Core.Keys;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>
/// Finds keys by a secret, by text that holds secrets, or by a hint. A POST: what is asked is a secret, and would be logged in an address.
/// </summary>
internal static class LookUpKeysEndpoint
{
    public static async Task<Results<Ok<LookUpBody>, ApiProblem>> AnswerAsync(
        JsonBody<LookUpTextBody> body, HttpContext http, KeyLookUp lookUp, CancellationToken cancellation)
    {
        var found = await lookUp.FindAsync(http.ApiCaller().Actor, body.Value.Text, cancellation);
        return found.Succeeded ? TypedResults.Ok(LookUpBody.Of(found.Value)) : ApiProblem.Of(found.Failures);
    }
}

/// <summary>What to look for.</summary>
internal sealed record LookUpTextBody : ICheckedBody
{
    public string? Text { get; init; }

    public IReadOnlyList<Failure> Faults() => KeyLookUp.Check(Text).Failures;

    // A record would print the secrets.
    public override string ToString() => nameof(LookUpTextBody);
}

/// <summary>What was found.</summary>
/// <param name="SecretsSeen">How many secrets the text held, known or not.</param>
/// <param name="IsTruncated">There are more matches than these.</param>
internal sealed record LookUpBody(IReadOnlyList<FoundKeyBody> Keys, int SecretsSeen, bool IsTruncated)
{
    public static LookUpBody Of(LookUpResult result) => new([.. result.Keys.Select(FoundKeyBody.Of)], result.SecretsSeen, result.IsTruncated);
}

/// <summary>A key that was found.</summary>
internal sealed record FoundKeyBody(
    Id<ApiKey> Id,
    KeyKind Kind,
    KeyStatus Status,
    string Name,
    string Hint,
    string? OwnerName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    string? LastUsedIp)
{
    public static FoundKeyBody Of(FoundKey key) =>
        new(key.Id, key.Kind, key.Status, key.Name, key.Hint, key.OwnerName, key.CreatedAt, key.LastUsedAt, key.LastUsedIp);
}
