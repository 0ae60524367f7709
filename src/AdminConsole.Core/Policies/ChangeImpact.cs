namespace AdminConsole.Core.Policies;

/// <summary>What replacing one part of a policy does to what the key may do.</summary>
public enum ChangeImpact
{
    /// <summary>Every request is answered as before.</summary>
    Neutral,

    /// <summary>Some request that was allowed is refused, and none that was refused is allowed.</summary>
    Narrows,

    /// <summary>Some request that was refused is allowed, whatever is refused besides.</summary>
    Widens,
}
