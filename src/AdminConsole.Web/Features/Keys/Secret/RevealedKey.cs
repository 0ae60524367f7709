using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>A key just made; its secret can be taken once.</summary>
/// <param name="Network">One that may use it; null when any may.</param>
public sealed record RevealedKey(KeyTarget Target, string Name, KeyKind Kind, string? Network, SecretHandover Secret);
