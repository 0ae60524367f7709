namespace AdminConsole.Web.Api.Description;

/// <summary>The groups of operations in the OpenAPI document.</summary>
internal static class ApiTags
{
    public const string Verification = "Verification";
    public const string Keys = "Keys";
    public const string Projects = "Projects";
    public const string Owners = "Owners";
    public const string Organization = "Organization";
    public const string Audit = "Audit";

    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Verification, "Services ask whether a presented secret may do something, and hear when an answer they keep is out of date."),
        (Keys, "Create, find, edit, rotate and end keys."),
        (Projects, "Parts of the organization's work that keys can be limited to."),
        (Owners, "The users, teams, machines and organizations that keys act for."),
        (Organization, "The organization's rules for keys, and the scopes that they may have."),
        (Audit, "Who did what, when and from where."),
    ];
}
