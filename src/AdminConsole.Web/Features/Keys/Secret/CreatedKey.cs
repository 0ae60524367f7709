namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>A key just made; its secret can be taken once.</summary>
public sealed record CreatedKey(string Name, SecretHandover Secret);
