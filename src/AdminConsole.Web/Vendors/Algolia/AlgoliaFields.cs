namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Names of a key's attributes, as Algolia writes them.</summary>
internal static class AlgoliaFields
{
    public const string Acl = "acl";
    public const string Description = "description";
    public const string Indexes = "indexes";
    public const string Referers = "referers";
    public const string MaxQueriesPerIpPerHour = "maxQueriesPerIPPerHour";
    public const string Validity = "validity";
}
