namespace AdminConsole.Core.Keys;

/// <summary>One entry of one of a key's lists (scopes, tags, resources, referrers): a row, so that it can be searched by index.</summary>
public sealed class KeyListRow
{
    public required string Value { get; init; }

    /// <summary>Where it stands in the list.</summary>
    public int Position { get; set; }
}
