namespace AdminConsole.Web.Components;

public sealed record OrganizationChoice(string Id, string Name);

/// <summary>Who is signed in and where: cascaded to <see cref="MainLayout"/>. Without it the shell shows no user menu.</summary>
public sealed record ShellContext(
    string OperatorName, string Email, IReadOnlyList<OrganizationChoice> Organizations, OrganizationChoice? Current);
