namespace AdminConsole.Web.Components.Display;

/// <summary>One tab that has an address of its own.</summary>
/// <param name="Count">How much is in it, as it is shown; null where nobody counts.</param>
public sealed record TabLink(string Href, string Text, bool IsCurrent, string? Count = null);
