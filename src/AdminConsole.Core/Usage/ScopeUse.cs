namespace AdminConsole.Core.Usage;

/// <summary>A scope that a key was accepted for.</summary>
public sealed record ScopeUse(string Scope, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
