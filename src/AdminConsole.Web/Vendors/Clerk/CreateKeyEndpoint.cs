using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        VendorBody<ClerkNewKey> body, HttpContext http, CreateKeyHandler handler, VendorKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToCommand(caller.OrganizationId, clock.Now());
        if (!command.Succeeded)
        {
            return ApiProblem.Of(command.Failures);
        }

        return await keys.AnswerCreatedAsync(
            http, await handler.CreateAsync(caller.Actor, command.Value, cancellation), ClerkKey.Answer, cancellation);
    }
}
