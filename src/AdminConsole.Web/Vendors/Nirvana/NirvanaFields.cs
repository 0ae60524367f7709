namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Names of fields and parameters, as Nirvana writes them.</summary>
internal static class NirvanaFields
{
    public const string Permissions = "permissions";
    public const string Permission = "permission";
    public const string ResourceType = "resource_type";
    public const string ProjectIds = "project_ids";
    public const string Allowed = "source_ip_rule/allowed";
    public const string Blocked = "source_ip_rule/blocked";
    public const string ExpiresAt = "expires_at";
    public const string StartsAt = "starts_at";
    public const string Name = "name";
    public const string Status = "status";
    public const string Tags = "tags";
    public const string Sort = "sort";
    public const string Cursor = "cursor";
    public const string Limit = "limit";
}
