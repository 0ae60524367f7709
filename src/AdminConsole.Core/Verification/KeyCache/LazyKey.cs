using AdminConsole.Core.Keys.Sealing;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// A key that nobody asked for since the start: only its row. Most keys of a large console rest, and the document of one is read when it is first
/// asked.
/// </summary>
internal sealed class LazyKey(KeyRow row, KeyReferences references) : ICachedKey
{
    public VerifiableKey Materialize() => VerifiableKey.Of(row, references);
}
