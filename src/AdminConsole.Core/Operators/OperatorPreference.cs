namespace AdminConsole.Core.Operators;

/// <summary>How one operator wants to see something: columns of a list, the organization to open.</summary>
public sealed class OperatorPreference
{
    public const int NameMaxLength = 50;
    public const int ValueMaxLength = 2000;
    public const int MaxPerOperator = 50;

    public required Guid OperatorId { get; init; }

    /// <summary>What it is about; pages agree on it.</summary>
    public required string Name { get; init; }

    /// <summary>Read by nobody but the pages that wrote it.</summary>
    public required string Value { get; set; }
}
