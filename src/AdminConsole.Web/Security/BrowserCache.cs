namespace AdminConsole.Web.Security;

/// <summary>How long browsers keep what an endpoint answers, when it holds nothing of an organization's. Without it they keep nothing.</summary>
internal sealed record BrowserCache(string CacheControl)
{
    /// <summary>For an address that changes with its content.</summary>
    public static readonly BrowserCache Forever = new("public, max-age=31536000, immutable");

    /// <summary>Kept, and asked about each time.</summary>
    public static readonly BrowserCache Revalidated = new("no-cache");
}
