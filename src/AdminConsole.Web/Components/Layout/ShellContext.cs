namespace AdminConsole.Web.Components.Layout;

public sealed record OrganizationChoice(string Slug, string Name);

/// <summary>
/// Who is signed in, where, and what is open to them: cascaded to the shell and its pages. Without it the shell shows neither search nor account.
/// </summary>
/// <param name="KeyCount">How many keys the current organization has, as text; null until they were counted.</param>
public sealed record ShellContext(
    string OperatorName,
    string Email,
    IReadOnlyList<OrganizationChoice> Organizations,
    OrganizationChoice? Current,
    IReadOnlyList<NavigationEntry> Navigation,
    string? KeyCount);
