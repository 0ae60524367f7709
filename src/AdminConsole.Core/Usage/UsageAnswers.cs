using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

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

/// <summary>A key that is used much.</summary>
public sealed record HotKey(Id<ApiKey> Id, string Name, long Count, DateTimeOffset LastSeen);

/// <summary>A key that nobody used for long.</summary>
/// <param name="LastUsedAt">Null when it never was.</param>
public sealed record UnusedKey(Id<ApiKey> Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
