using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>
/// Finds the keys that Algolia's addresses name: by the secret, which Algolia keeps as the key's name, or by the id that stands in its place in
/// lists.
/// </summary>
internal sealed class AlgoliaKeys(CachedKeys keys, KeyQueries keyQueries)
{
    /// <summary>The key of the caller's organization that has this name; the id of no key where there is none.</summary>
    public KeyTarget TargetOf(HttpContext http, string name)
    {
        var byId = http.VendorKeyTarget(name);
        return byId.KeyId == default && keys.Find(name) is { } key && key.OrganizationId == byId.OrganizationId ? byId with { KeyId = key.Id } : byId;
    }

    /// <summary>The key of this name, also one that was deleted here.</summary>
    public Task<Result<KeyDetails>> FindAsync(HttpContext http, string name, CancellationToken cancellation) =>
        keyQueries.GetAsync(http.ApiCaller().Actor, TargetOf(http, name), cancellation);

    public async Task<Result<KeyDetails>> FindExistingAsync(HttpContext http, string name, CancellationToken cancellation)
    {
        var key = await FindAsync(http, name, cancellation);
        return key.Succeeded ? AlgoliaKey.Existing(key.Value) : key;
    }
}
