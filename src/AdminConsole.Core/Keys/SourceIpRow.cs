namespace AdminConsole.Core.Keys;

/// <summary>One allowed or blocked network.</summary>
public sealed class SourceIpRow
{
    /// <summary>In canonical form.</summary>
    public required string Cidr { get; init; }

    /// <summary>Blocked, else allowed.</summary>
    public required bool IsBlocked { get; init; }

    public int Position { get; set; }
}
