using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>
/// Says whose secret this is. Clerk's client takes 404 for "this token is none", so that is the answer for every key that may not be used.
/// </summary>
internal static class VerifyKeyEndpoint
{
    private static readonly ApiProblem NoSecret = ApiProblem.Of([Failure.Invalid(ClerkFields.Secret, "secret.missing", "Give the secret as text.")]);

    public static async Task<IResult> AnswerAsync(
        VendorBody<ClerkSecret> body, HttpContext http, VerificationService verification, VendorKeys keys, CancellationToken cancellation)
    {
        if (body.Value.Secret is not { } secret)
        {
            return NoSecret;
        }

        var caller = http.ApiCaller();
        var answer = verification.Verify(caller.Actor, caller.OrganizationId, new(secret));
        return answer switch
        {
            { Succeeded: false } => ApiProblem.Of(answer.Failures),
            { Value: { Decision.Allowed: true, Key: { } key } } => await keys.AnswerAsync(
                http, new(caller.OrganizationId, key.Id), ClerkKey.Answer, cancellation),
            _ => Refused(answer.Value.Decision),
        };
    }

    private static ApiProblem Refused(Decision decision) =>
        new(
            StatusCodes.Status404NotFound,
            decision.Code is DecisionCode.NotFound ? "resource_not_found" : $"api_key_{decision.Code.ToWire().ToLowerInvariant()}",
            decision.Rule);
}

/// <summary>What was presented.</summary>
internal sealed record ClerkSecret
{
    public string? Secret { get; init; }

    // A record would print the secret.
    public override string ToString() => nameof(ClerkSecret);
}
