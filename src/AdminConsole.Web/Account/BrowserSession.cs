using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace AdminConsole.Web.Account;

/// <summary>Signs the browser of a request in. Static pages only: a circuit cannot write cookies.</summary>
public sealed class BrowserSession(OperatorSignIn signIn)
{
    /// <summary>Checks the credentials and, when they are right, starts a session.</summary>
    /// <param name="http">The request, handed over by the page: an accessor would cost every verification, which never asks it.</param>
    public async Task<Result<Operator>> StartAsync(HttpContext http, string? email, string? password)
    {
        var person = await signIn.CheckAsync(email, password, RequestAddress.Of(http), http.RequestAborted);
        if (person.Succeeded)
        {
            await http.SignInAsync(OperatorCookie.Scheme, OperatorClaims.PrincipalOf(person.Value));
        }

        return person;
    }
}
