namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>A key as it is kept in memory: <see cref="VerifiableKey"/>, or a <see cref="LazyKey"/>.</summary>
internal interface ICachedKey;
