using System.Security.Claims;
using AdminConsole.Core.Operators;

namespace AdminConsole.Web.Security;

/// <summary>What the claims of a signed-in operator say. Names only: what the operator may do is asked of the database each time.</summary>
internal static class OperatorClaims
{
    /// <summary>Hexadecimal of the session's <see cref="OperatorSession.IdHash"/>.</summary>
    public const string Session = "console:session";

    /// <summary>Where the browser of this request, or of this circuit's request, is.</summary>
    public const string Address = "console:address";

    public static ClaimsPrincipal PrincipalOf(Operator person) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString()),
            new(ClaimTypes.Name, person.DisplayName),
            new(ClaimTypes.Email, person.Email ?? ""),
        ],
        OperatorCookie.Scheme));

    public static Guid OperatorId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>The session, or null for somebody who is not signed in.</summary>
    public static byte[]? SessionIdHash(this ClaimsPrincipal user) =>
        user.FindFirstValue(Session) is { } session ? Convert.FromHexString(session) : null;

    public static string? ClientAddress(this ClaimsPrincipal user) => user.FindFirstValue(Address);
}
