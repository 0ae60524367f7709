namespace AdminConsole.Core.Policies;

/// <summary>Whether a pattern for referrers ends within the name of a host, which is seldom meant.</summary>
public enum ReferrerHost
{
    /// <summary>It ends behind the host, or says nothing of one.</summary>
    Whole,

    /// <summary><c>https://shop.example.com*</c>: hosts that begin so match as well, such as <c>shop.example.com.evil.net</c>.</summary>
    OpenEnd,

    /// <summary><c>*.example.com</c>: no page matches, since browsers send a slash behind the host.</summary>
    ClosedEnd,
}

public static class ReferrerHosts
{
    private const string SchemeEnd = "://";

    public static ReferrerHost Of(string pattern)
    {
        var isOpen = pattern.EndsWith('*');
        var text = pattern.Trim('*');
        var scheme = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var host = scheme < 0 ? text : text[(scheme + SchemeEnd.Length)..];
        return host.Length == 0 || host.Contains('/', StringComparison.Ordinal) ? ReferrerHost.Whole
            : isOpen ? ReferrerHost.OpenEnd
            : ReferrerHost.ClosedEnd;
    }

    /// <summary>The pattern for the pages of the one host that it names; null when it names none whole.</summary>
    public static string? PagesOf(string pattern) =>
        Of(pattern) is not ReferrerHost.Whole && pattern[0] != '*' && pattern.Contains(SchemeEnd, StringComparison.Ordinal)
            ? $"{pattern.TrimEnd('*')}/*"
            : null;
}
