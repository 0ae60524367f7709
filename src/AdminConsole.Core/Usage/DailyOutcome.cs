using AdminConsole.Core.Policies;

namespace AdminConsole.Core.Usage;

/// <summary>How many verifications of a day ended in this way.</summary>
public sealed record DailyOutcome(DateOnly Day, DecisionCode Code, long Count);
