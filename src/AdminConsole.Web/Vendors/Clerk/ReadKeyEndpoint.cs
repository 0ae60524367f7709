using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Shows one key.</summary>
internal static class ReadKeyEndpoint
{
    private static readonly ApiProblem NotRetrievable = new(
        StatusCodes.Status403Forbidden,
        "secret.not_retrievable",
        "A secret is shown once, when its key is created. Rotate the key to get a new one.");

    public static Task<IResult> AnswerAsync(string id, HttpContext http, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerAsync(http, http.VendorKeyTarget(id), ClerkKey.Answer, cancellation);

    /// <summary>Clerk gives secrets back. Here there is a hash alone.</summary>
    public static async Task<IResult> RefuseSecretAsync(string id, HttpContext http, KeyQueries keyQueries, CancellationToken cancellation)
    {
        var key = await keyQueries.GetAsync(http.ApiCaller().Actor, http.VendorKeyTarget(id), cancellation);
        return key.Succeeded ? NotRetrievable : ApiProblem.Of(key.Failures);
    }
}
