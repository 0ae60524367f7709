using System.Security.Claims;
using AdminConsole.Core.Operators.UseCases;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace AdminConsole.Web.Security;

/// <summary>
/// Who a circuit belongs to. A circuit is told nothing of a session that ends elsewhere, so it asks again and again. When the session is
/// over it turns anonymous, or waits for its operator to sign in again where work would be lost. What it may do is asked at each action
/// (<see cref="CurrentOperator"/>), so a circuit that waits has no right at all.
/// </summary>
public sealed class OperatorAuthenticationState(ILoggerFactory loggers, OperatorSessions sessions)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private static readonly AuthenticationState Anonymous = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private TaskCompletionSource? _renewal;

    /// <summary>Asked when the session is over. True: the operator was asked to sign in, and the page stays until <see cref="Renew"/>.</summary>
    internal Func<Task<bool>>? AsksToSignIn { get; set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <summary>
    /// The session was found to be over. True once the operator has signed in again; false when nobody is asked to, and the circuit is anonymous.
    /// </summary>
    internal async Task<bool> EndAsync(CancellationToken cancellation)
    {
        if (_renewal is null)
        {
            if (AsksToSignIn is null || !await AsksToSignIn())
            {
                SetAuthenticationState(Task.FromResult(Anonymous));
                return false;
            }

            _renewal ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await _renewal.Task.WaitAsync(cancellation);
        return true;
    }

    /// <summary>The operator has signed in again: all that waited goes on with the new session.</summary>
    internal void Renew(ClaimsPrincipal user)
    {
        SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        _renewal?.SetResult();
        _renewal = null;
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.SessionIdHash() is { } idHash
        && (await sessions.LastsAsync(idHash, cancellationToken) || await EndAsync(cancellationToken));
}
