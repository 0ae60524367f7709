using AdminConsole.Core.Verification;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Knows a key that is no admin's, as Algolia's search keys, by the secret that it calls with.</summary>
internal static class AlgoliaOwnKey
{
    /// <summary>Whether the request brings such a key, of the application that it names.</summary>
    public static async Task<bool> IsShownAsync(HttpContext http)
    {
        var secret = AlgoliaCredentials.KeyOf(http.Request);
        var reader = http.RequestServices.GetRequiredService<OwnKeyReader>();
        var own = await reader.ReadAsync(secret, RequestAddress.Of(http), http.Request.Headers.Referer, http.RequestAborted);
        if (own is null || !AlgoliaCredentials.NamesApplication(http.Request, own.Organization))
        {
            return false;
        }

        http.Features.Set(own);
        return true;
    }
}
