using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage;

/// <summary>An address that a key was presented from.</summary>
/// <param name="Address">Null for verifications that named no address; <see cref="UsageTuple.Other"/> for those that were not kept apart.</param>
public sealed record KeyAddress(string? Address, long Allowed, long Refused, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
