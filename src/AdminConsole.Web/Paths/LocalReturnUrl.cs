using System.Text;

namespace AdminConsole.Web.Paths;

/// <summary>The one judge of addresses that come from outside and that a browser is sent on to (SECURITY T22).</summary>
internal static class LocalReturnUrl
{
    private const int MaxLength = 2048;

    /// <summary>The address when it surely leads to a page of this console, else the start page.</summary>
    /// <param name="wanted">With the console's prefix, as the browser shows it.</param>
    /// <param name="prefix">What the request's <see cref="HttpRequest.PathBase"/> is.</param>
    public static string Of(string? wanted, PathString prefix) =>
        wanted is { Length: <= MaxLength } && Ascii.IsValid(wanted) && IsLocal(wanted, prefix) && IsLocal(Uri.UnescapeDataString(wanted), prefix)
            ? wanted
            : $"{prefix}/";

    // "//host" and, in browsers, "/\host" name another host. Browsers drop tabs and line ends from an address before they read it, so
    // there must be none. A path needs neither a backslash nor "//" anywhere. A header holds ASCII only.
    // Dots would lead out of the prefix, to what else the host serves.
    private static bool IsLocal(string address, PathString prefix)
    {
        var path = address.Split('?', '#')[0];
        return path.StartsWith($"{prefix}/", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Contains("//", StringComparison.Ordinal)
            && !path.Split('/').Any(step => step is "." or "..")
            && !address.Any(char.IsControl);
    }
}
