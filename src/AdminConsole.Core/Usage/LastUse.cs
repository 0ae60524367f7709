using AdminConsole.Policies;

namespace AdminConsole.Usage;

/// <summary>When and from where a key was last accepted.</summary>
/// <param name="Address">Null when none was given, or it was not kept.</param>
public sealed record LastUse(long KeyRow, DateTimeOffset At, string? Address)
{
    public bool IsAfter(DateTimeOffset? known) => known is null || At > known;

    /// <summary>The last use of each key among these counts.</summary>
    internal static IEnumerable<LastUse> Among(IEnumerable<KeyValuePair<UsageTuple, UsageCount>> counts) => counts
        .Where(entry => entry.Key.Code == DecisionCode.Valid && entry.Key.KeyRow != UsageEvent.NoKey)
        .GroupBy(entry => entry.Key.KeyRow)
        .Select(uses => uses.MaxBy(entry => entry.Value.LastSeen))
        .Select(last => new LastUse(last.Key.KeyRow, last.Value.LastSeen, last.Key.Address is "" or UsageTuple.Other ? null : last.Key.Address));
}
