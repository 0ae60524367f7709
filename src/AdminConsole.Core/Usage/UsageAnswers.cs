using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage;

/// <summary>How many verifications of a day ended in this way.</summary>
public sealed record DailyOutcome(DateOnly Day, DecisionCode Code, long Count);

/// <summary>An address that a key was presented from.</summary>
/// <param name="Address">Null for verifications that named no address; <see cref="UsageTuple.Other"/> for those that were not kept apart.</param>
public sealed record KeyAddress(string? Address, long Allowed, long Refused, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>A scope that a key was accepted for.</summary>
public sealed record ScopeUse(string Scope, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>Who still presents a revoked key.</summary>
public sealed record UseAfterRevocation(long Count, DateTimeOffset? LastSeen, IReadOnlyList<KeyAddress> Addresses);
