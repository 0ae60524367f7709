using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateClerkKey
{
    public static async Task<IResult> AnswerAsync(
        HttpContext http, KeyIssuer issuer, VendorKeys keys, TimeProvider clock, CancellationToken cancellation)
    {
        var (body, problem) = await VendorBody.ReadAsync<ClerkNewKey>(http.Request, VendorJson.SnakeCase, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var caller = http.ManagementCaller();
        var command = body.ToCommand(caller.OrganizationId, clock.Now());
        if (!command.Succeeded)
        {
            return ApiProblem.Of(command.Failures);
        }

        return await keys.AnswerIssueAsync(http, await issuer.IssueAsync(caller.Actor, command.Value, cancellation), ClerkKey.Answer, cancellation);
    }
}
