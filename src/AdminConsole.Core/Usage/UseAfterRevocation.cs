namespace AdminConsole.Core.Usage;

/// <summary>Who still presents a revoked key.</summary>
public sealed record UseAfterRevocation(long Count, DateTimeOffset? LastSeen, IReadOnlyList<KeyAddress> Addresses);
