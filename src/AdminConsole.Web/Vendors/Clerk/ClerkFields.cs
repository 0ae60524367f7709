namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Names of parameters, as Clerk writes them.</summary>
internal static class ClerkFields
{
    public const string Name = "name";
    public const string Type = "type";
    public const string Description = "description";
    public const string Subject = "subject";
    public const string CreatedBy = "created_by";
    public const string Expiration = "seconds_until_expiration";
    public const string Scopes = "scopes";
    public const string RevocationReason = "revocation_reason";
    public const string Secret = "secret";
    public const string IncludeInvalid = "include_invalid";
    public const string Limit = "limit";
    public const string Offset = "offset";
    public const string Query = "query";

    /// <summary>
    /// Added by Clerk's client in a browser to whatever it asks, and without meaning here: a program may pass its requests on as they are.
    /// </summary>
    public static IReadOnlyList<string> OfBrowserClients { get; } = ["__clerk_api_version", "_clerk_js_version", "_clerk_session_id"];
}
