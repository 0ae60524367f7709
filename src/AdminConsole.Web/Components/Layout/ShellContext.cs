namespace AdminConsole.Web.Components.Layout;

public sealed record OrganizationChoice(string Slug, string Name);

/// <summary>Who is signed in, where, and what is open to them: cascaded to <see cref="MainLayout"/>. Without it the shell shows no user menu.</summary>
public sealed record ShellContext(
    string OperatorName,
    string Email,
    IReadOnlyList<OrganizationChoice> Organizations,
    OrganizationChoice? Current,
    IReadOnlyList<NavigationEntry> Navigation);
