using AdminConsole.Core.Keys.Editing;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Creates a key of a user or a team that is there. The answer holds the secret, this once.</summary>
internal static class CreateKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(
        VendorBody<StackNewKey> body, HttpContext http, StackOwners owners, CreateKeyHandler handler, VendorKeys keys, CancellationToken cancellation)
    {
        var type = http.StackKeyType();
        if (body.Value.Faults(type).ToList() is { Count: > 0 } faults)
        {
            return StackError.Schema(http.Request, faults);
        }

        var owner = await owners.FindAsync(http, body.Value.OwnerOf(type), cancellation);
        return owner is null
            ? type.OwnerNotFound(body.Value.OwnerOf(type))
            : await keys.AnswerCreatedAsync(
                http,
                await handler.CreateAsync(http.ApiCaller().Actor, body.Value.ToCommand(owner, type), cancellation),
                StackKey.Answer,
                cancellation);
    }
}
