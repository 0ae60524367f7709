using System.Security.Claims;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Account;

internal static class SessionProofEndpoint
{
    private const int MaxChallengeLength = 64;

    // A POST, so that pages of other sites are refused (SameOriginOnly); who is not signed in gets a 401.
    public static void MapSessionProof(this IEndpointRouteBuilder routes) => routes.MapPost(AccountPaths.SessionProof, Prove);

    private static Results<ContentHttpResult, BadRequest> Prove(SessionChallenge asked, ClaimsPrincipal user, SessionProofs proofs) =>
        asked.Challenge is { Length: > 0 and <= MaxChallengeLength } challenge
            ? TypedResults.Text(proofs.Make(challenge, user))
            : TypedResults.BadRequest();
}

internal sealed record SessionChallenge(string? Challenge);
