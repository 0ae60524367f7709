using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage;

/// <summary>An address that a key was presented from.</summary>
/// <param name="Address">Null: none was named. <see cref="UsageDimensions.Other"/>: those not kept apart.</param>
public sealed record KeyAddress(string? Address, long Allowed, long Refused, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
