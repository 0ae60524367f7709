using System.Security.Claims;
using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using Microsoft.AspNetCore.Components.Authorization;

namespace AdminConsole.Web.Security;

/// <summary>Who is signed in, for the shell to show.</summary>
public sealed record OperatorProfile(Guid Id, string DisplayName, string Email);

/// <summary>Who is at the other end of this circuit or this page's request.</summary>
public sealed class CurrentOperator(AuthenticationStateProvider states, OperatorActors actors)
{
    /// <summary>
    /// The operator as an actor, with the rights of this moment. Ask anew for each action: a session may have ended, and a role
    /// may have changed, since the page was opened. When the session is over this waits for the operator to sign in again if there is
    /// work to be lost, so that the action then goes on; else it is <see cref="Actor.Nobody"/>.
    /// </summary>
    public async Task<Actor> ActorAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var user = await UserAsync();
            var actor = user.SessionIdHash() is { } idHash
                ? await actors.ForSessionAsync(idHash, user.ClientAddress(), cancellation)
                : Actor.Nobody;
            if (actor != Actor.Nobody || states is not OperatorAuthenticationState circuit || !await circuit.EndAsync(cancellation))
            {
                return actor;
            }
        }
    }

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<OperatorProfile?> ProfileAsync()
    {
        var user = await UserAsync();
        return user.Identity is { IsAuthenticated: true }
            ? new(user.OperatorId(), user.Identity.Name ?? "", user.FindFirstValue(ClaimTypes.Email) ?? "")
            : null;
    }

    /// <summary>This session's <see cref="OperatorSession.IdHash"/>; null when nobody is signed in.</summary>
    public async Task<byte[]?> SessionIdHashAsync() => (await UserAsync()).SessionIdHash();

    private async Task<ClaimsPrincipal> UserAsync() => (await states.GetAuthenticationStateAsync()).User;
}
