using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors;

/// <summary>
/// Ids of keys as Clerk writes them, <c>ak_</c> and 32 hexadecimal digits. They stand as well where Algolia has a key's value, and there is no secret
/// to show.
/// </summary>
internal static class VendorKeyId
{
    private const string Prefix = "ak_";
    private const string OlderPrefix = "api_key_";

    public static string Of(Id<ApiKey> id) => $"{Prefix}{id.Value:n}";

    /// <summary>The key of the caller's organization that an address names. What is no id becomes the id of no key.</summary>
    public static KeyTarget VendorKeyTarget(this HttpContext http, string id) => new(http.ApiCaller().OrganizationId, Parse(id));

    private static Id<ApiKey> Parse(string text)
    {
        var prefix = text.StartsWith(OlderPrefix, StringComparison.Ordinal) ? OlderPrefix : Prefix;
        return text.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(prefix.Length), "n", out var value)
            ? new(value)
            : default;
    }
}
