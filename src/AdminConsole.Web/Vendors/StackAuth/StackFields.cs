namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Names of parameters, as Stack writes them.</summary>
internal static class StackFields
{
    public const string UserId = "user_id";
    public const string TeamId = "team_id";
    public const string Description = "description";
    public const string ExpiresAt = "expires_at_millis";
    public const string Revoked = "revoked";
    public const string ApiKey = "api_key";
    public const string DisplayName = "display_name";
    public const string Cursor = "cursor";
    public const string Limit = "limit";
    public const string OrderBy = "order_by";
    public const string Desc = "desc";
    public const string Query = "query";
    public const string IncludeAnonymous = "include_anonymous";
    public const string OnlyAnonymous = "only_anonymous";
    public const string IncludeRestricted = "include_restricted";
}
