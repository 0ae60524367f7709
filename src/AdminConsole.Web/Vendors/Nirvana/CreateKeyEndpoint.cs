using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Creates a key. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        VendorBody<NirvanaNewKey> body, HttpContext http, CreateKeyHandler handler, VendorKeys keys, CancellationToken cancellation)
    {
        var caller = http.ApiCaller();
        var command = body.Value.ToCommand(caller.OrganizationId);
        return command.Succeeded
            ? await keys.AnswerCreatedAsync(
                http, await handler.CreateAsync(caller.Actor, command.Value, cancellation), NirvanaKey.Answer, cancellation)
            : ApiProblem.Of(command.Failures);
    }
}
