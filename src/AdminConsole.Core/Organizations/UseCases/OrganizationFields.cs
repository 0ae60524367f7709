namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>The names of an organization's fields in the API, in failures and in audit entries.</summary>
public static class OrganizationFields
{
    public const string Name = "name";
    public const string ExpiryWarningDays = "expiryWarningDays";
    public const string MaxKeyLifetimeDays = "maxKeyLifetimeDays";
    public const string RequiresAllowedNetwork = "requiresAllowedNetwork";
    public const string RequiredTags = "requiredTags";
    public const string Scopes = "scopes";
}
