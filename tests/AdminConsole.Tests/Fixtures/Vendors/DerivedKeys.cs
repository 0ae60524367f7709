using System.Security.Cryptography;
using System.Text;

namespace AdminConsole.Tests.Fixtures.Vendors;

internal static class DerivedKeys
{
    /// <summary>A secured key, as Algolia's clients derive it from a key's secret.</summary>
    public static string Derive(this string parent, string query)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(parent), Encoding.UTF8.GetBytes(query)));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(signature + query));
    }
}
