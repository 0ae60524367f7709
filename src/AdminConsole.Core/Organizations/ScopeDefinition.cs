namespace AdminConsole.Core.Organizations;

/// <summary>A scope that the organization's keys may have, and what it is for.</summary>
public sealed class ScopeDefinition
{
    public const int DescriptionMaxLength = 200;

    public required string Scope { get; init; }

    public string Description { get; set; } = "";
}
