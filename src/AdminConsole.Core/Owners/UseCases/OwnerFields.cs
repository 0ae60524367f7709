namespace AdminConsole.Core.Owners.UseCases;

/// <summary>The names of an owner's fields in the API, in failures and in audit entries.</summary>
public static class OwnerFields
{
    public const string Kind = "kind";
    public const string ExternalId = "externalId";
    public const string Name = "name";
}
