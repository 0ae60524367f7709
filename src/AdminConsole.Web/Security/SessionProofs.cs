using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace AdminConsole.Web.Security;

/// <summary>
/// Carries a session from a request, whose cookie shows it, to a circuit, which cannot read a cookie that is newer than itself. The browser hands the
/// proof over and can neither read nor make one. It holds the circuit's challenge, which is used once: an old proof, or that of another circuit, is
/// worth nothing.
/// </summary>
public sealed class SessionProofs(IDataProtectionProvider protection)
{
    private const string Challenge = "challenge";
    private const int ChallengeBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("AdminConsole.SessionProof");

    public static string NewChallenge() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChallengeBytes));

    public string Make(string challenge, ClaimsPrincipal user)
    {
        var properties = new AuthenticationProperties();
        properties.Items[Challenge] = challenge;
        return Convert.ToBase64String(_protector.Protect(TicketSerializer.Default.Serialize(new(user, properties, OperatorCookie.Scheme))));
    }

    /// <summary>Who signed in, or null when the proof does not answer the challenge.</summary>
    public ClaimsPrincipal? Read(string challenge, string proof)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(_protector.Unprotect(Convert.FromBase64String(proof)));
            return ticket?.Properties.Items[Challenge] == challenge ? ticket.Principal : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
