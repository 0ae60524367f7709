using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AdminConsole.Web.Account;

public enum SessionRenewalOutcome { Renewed, Refused, SomebodyElse }

/// <summary>
/// Lets the operator of a circuit whose session is over sign in again without leaving the page. The password goes from the browser to the
/// sign-in page by a request of its own, never over the circuit. The cookie that it sets is new to the circuit, which asks for a proof of it.
/// </summary>
public sealed class SessionRenewal(ScriptModules scripts, AuthenticationStateProvider states, SessionProofs proofs)
{
    private const string Module = "js/session.js";

    /// <param name="email">The operator's.</param>
    /// <param name="password">The field that the browser reads and empties; not needed when another tab has signed in.</param>
    public async Task<SessionRenewalOutcome> SignInAsync(string email, ElementReference password)
    {
        var challenge = SessionProofs.NewChallenge();
        var proof = await scripts.CallAsync<string?>(Module, "signIn", email, password, challenge);
        if (proof is null || proofs.Read(challenge, proof) is not { } user)
        {
            return SessionRenewalOutcome.Refused;
        }

        // What was typed here belongs to one operator, and so does what the page shows.
        var before = (await states.GetAuthenticationStateAsync()).User;
        if (user.OperatorId() != before.OperatorId())
        {
            return SessionRenewalOutcome.SomebodyElse;
        }

        ((OperatorAuthenticationState)states).Renew(user);
        return SessionRenewalOutcome.Renewed;
    }
}
