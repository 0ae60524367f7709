using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Creates a key of a user or a team that is there. The answer holds the secret, this once.</summary>
internal static class CreateStackKey
{
    public static async Task<IResult> AnswerAsync(HttpContext http, StackOwners owners, KeyIssuer issuer, VendorKeys keys, CancellationToken cancellation)
    {
        var (body, problem) = await VendorBody.ReadAsync<StackNewKey>(http.Request, VendorJson.SnakeCase, cancellation);
        if (body is null)
        {
            return problem!;
        }

        var type = http.StackKeyType();
        if (body.Faults(type).ToList() is { Count: > 0 } faults)
        {
            return StackError.Schema(http.Request, faults);
        }

        var owner = await owners.FindAsync(http, body.OwnerOf(type), cancellation);
        return owner is null
            ? type.OwnerNotFound(body.OwnerOf(type))
            : await keys.AnswerIssueAsync(http, await issuer.IssueAsync(http.ManagementCaller().Actor, body.ToCommand(owner, type), cancellation), StackKey.Answer, cancellation);
    }
}
