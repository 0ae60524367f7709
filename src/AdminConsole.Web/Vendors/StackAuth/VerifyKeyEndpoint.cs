using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Says whose secret this is. Not there, of the wrong type, revoked, expired: the first that holds is the answer.</summary>
internal static class VerifyKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        VendorBody<StackSecret> body, HttpContext http, VerificationService verification, VendorKeys keys, CancellationToken cancellation)
    {
        if (body.Value.ApiKey is not { } secret)
        {
            return StackError.Schema(http.Request, $"body.{StackFields.ApiKey} must be defined");
        }

        var caller = http.ApiCaller();
        var answer = verification.Verify(caller.Actor, caller.OrganizationId, new(secret));
        return answer.Succeeded
            ? ErrorOf(answer.Value, http.StackKeyType())
                ?? await keys.AnswerAsync(http, new(caller.OrganizationId, answer.Value.Key!.Id), StackKey.Answer, cancellation)
            : ApiProblem.Of(answer.Failures);
    }

    // What may not be used for a reason that Stack knows nothing of is not there.
    private static StackError? ErrorOf(VerificationAnswer answer, StackKeyType expected) =>
        (StackKeyType.Of(answer.Key?.Owner?.Kind), answer.Decision.Code) switch
        {
            (null, _) => StackError.KeyNotFound,
            ({ } actual, _) when actual != expected => StackError.WrongKeyType(expected.Name, actual.Name),
            (_, DecisionCode.Revoked) => StackError.KeyRevoked,
            (_, DecisionCode.Expired) => StackError.KeyExpired,
            (_, DecisionCode.Valid) => null,
            _ => StackError.KeyNotFound,
        };
}

/// <summary>What was presented.</summary>
internal sealed record StackSecret
{
    public string? ApiKey { get; init; }

    // A record would print the secret.
    public override string ToString() => nameof(StackSecret);
}
