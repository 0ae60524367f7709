using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Tests.Fixtures.Vendors;

internal static class VendorCredentials
{
    /// <summary>The same program, which shows its credential also where Algolia's and Stack's clients do.</summary>
    public static HttpClient ShownToAllVendors(this HttpClient client, Id<Organization> organization)
    {
        var headers = client.DefaultRequestHeaders;
        headers.Add("X-Algolia-Application-Id", organization.ToString());
        headers.Add("x-stack-project-id", organization.Value.ToString());
        if (headers.Authorization is { Parameter: { } secret })
        {
            headers.Add("X-Algolia-API-Key", secret);
            headers.Add("x-stack-secret-server-key", secret);
        }

        return client;
    }

    /// <summary>A program of acme's that speaks this vendor's format.</summary>
    public static async Task<VendorClient> VendorAsync(this ServedConsole served, string prefix, params IReadOnlyList<string> scopes) =>
        new((await served.ClientAsync(scopes)).ShownToAllVendors(served.Acme), prefix);
}
