using System.Security.Claims;
using AdminConsole.Operators;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace AdminConsole.Web.Security;

/// <summary>
/// Who a circuit belongs to. A circuit is told nothing of a session that ends elsewhere, so it asks again and again, and
/// turns anonymous when the session is over. What it may do is asked at each action (<see cref="CurrentOperator"/>).
/// </summary>
public sealed class OperatorAuthenticationState(ILoggerFactory loggers, OperatorSessions sessions)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private static readonly AuthenticationState Anonymous = new(new ClaimsPrincipal(new ClaimsIdentity()));

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <summary>The session was found to be over.</summary>
    internal void End() => SetAuthenticationState(Task.FromResult(Anonymous));

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.SessionIdHash() is { } idHash && await sessions.LastsAsync(idHash, cancellationToken);
}
