using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Shows a key, and lists those of a user or a team.</summary>
internal static class ReadKeyEndpoint
{
    public static async Task<IResult> GetAsync(string id, HttpContext http, KeyQueries keyQueries, CancellationToken cancellation)
    {
        var (key, error) = await StackKeyAddress.FindAsync(http, keyQueries, id, cancellation);
        return key is null ? error! : VendorJson.SnakeCase.Answer(StackKey.Of(key, http.StackKeyType()));
    }

    /// <summary>All of them, the revoked and the expired too, the newest first.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, VendorKeys keys, CancellationToken cancellation)
    {
        if (StackKeyAddress.OwnerIn(http) is not { } owner)
        {
            return StackKeyAddress.OwnerMissing(http);
        }

        var type = http.StackKeyType();
        var query = new KeyQuery(http.ApiCaller().OrganizationId) { OwnerExternalId = owner };
        return await keys.AnswerAllAsync(http, query, (found, _) => Form(found, type), cancellation);
    }

    private static IResult Form(IReadOnlyList<KeyDetails> keys, StackKeyType type) => VendorJson.SnakeCase.Answer(
        new StackList<StackKey>([.. keys.Where(key => key.Owner?.Kind == type.Owner).Select(key => StackKey.Of(key, type))]));
}
