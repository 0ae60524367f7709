using System.Security.Claims;
using System.Security.Cryptography;
using AdminConsole.Core.Operators.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AdminConsole.Web.Security;

/// <summary>Keeps tickets in <see cref="OperatorSessions"/>; the cookie holds only a session's id (SECURITY finding 2).</summary>
internal sealed class SessionTickets(OperatorSessions sessions, IDataProtectionProvider protection) : ITicketStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("AdminConsole.OperatorSession");

    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        sessions.StartAsync(ticket.Principal.OperatorId(), _protector.Protect(TicketSerializer.Default.Serialize(ticket)), CancellationToken.None);

    /// <summary>Would put a new sign-in under a session id that was there before it, which is what session fixation needs.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new InvalidOperationException("Each sign-in starts a session of its own: sign out first.");

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, address: null, CancellationToken.None);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        RetrieveAsync(key, RequestAddress.Of(httpContext), cancellationToken);

    public Task RemoveAsync(string key) => sessions.EndAsync(OperatorSessions.HashOf(key), address: null, CancellationToken.None);

    // Somebody who signs out and closes the browser has signed out.
    public Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        sessions.EndAsync(OperatorSessions.HashOf(key), RequestAddress.Of(httpContext), CancellationToken.None);

    private async Task<AuthenticationTicket?> RetrieveAsync(string key, string? address, CancellationToken cancellation)
    {
        var idHash = OperatorSessions.HashOf(key);
        var session = await sessions.FindAsync(idHash, cancellation);
        if (session is null || Read(session.Ticket) is not { } ticket)
        {
            return null;
        }

        // Not part of what is stored: a circuit keeps these claims of the request that opened it.
        var identity = (ClaimsIdentity)ticket.Principal.Identity!;
        identity.AddClaim(new(OperatorClaims.Session, Convert.ToHexStringLower(idHash)));
        if (address is not null)
        {
            identity.AddClaim(new(OperatorClaims.Address, address));
        }

        return ticket;
    }

    private AuthenticationTicket? Read(byte[] ticket)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            // The data protection keys were lost or replaced: whoever had a session signs in again.
            return null;
        }
    }
}
