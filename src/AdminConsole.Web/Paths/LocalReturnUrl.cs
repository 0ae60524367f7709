using System.Text;

namespace AdminConsole.Web.Paths;

/// <summary>The one judge of addresses that come from outside and that a browser is sent on to (SECURITY T22).</summary>
internal static class LocalReturnUrl
{
    public const string Home = "/";

    private const int MaxLength = 2048;

    /// <summary>The address when it surely leads to a page of this console, else the start page.</summary>
    public static string Of(string? wanted) =>
        wanted is { Length: <= MaxLength } && Ascii.IsValid(wanted) && IsLocal(wanted) && IsLocal(Uri.UnescapeDataString(wanted)) ? wanted : Home;

    // "//host" and, in browsers, "/\host" name another host. Browsers drop tabs and line ends from an address before they read it, so
    // there must be none. A path needs neither a backslash nor "//" anywhere. A header holds ASCII only.
    private static bool IsLocal(string address)
    {
        var path = address.Split('?', '#')[0];
        return path.StartsWith('/')
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Contains("//", StringComparison.Ordinal)
            && !address.Any(char.IsControl);
    }
}
