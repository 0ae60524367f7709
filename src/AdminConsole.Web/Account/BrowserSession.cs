using AdminConsole.Operators;
using AdminConsole.Results;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace AdminConsole.Web.Account;

/// <summary>Signs the browser of this request in. Static pages only: a circuit cannot write cookies.</summary>
public sealed class BrowserSession(IHttpContextAccessor accessor, OperatorSignIn signIn)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request to sign in.");

    /// <summary>Checks the credentials and, when they are right, starts a session.</summary>
    public async Task<Result<Operator>> StartAsync(string? email, string? password)
    {
        var person = await signIn.CheckAsync(email, password, RequestAddress.Of(Http), Http.RequestAborted);
        if (person.Succeeded)
        {
            await Http.SignInAsync(OperatorCookie.Scheme, OperatorClaims.PrincipalOf(person.Value));
        }

        return person;
    }
}
