using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// A key that nobody asked for since the start: only the content of its seal. Most keys of a large console rest, and what is asked of one is read
/// when it is first asked.
/// </summary>
internal sealed class RestingKey(long row, ReadOnlyMemory<byte> content, KeyReferences surroundings) : IKeptKey
{
    /// <param name="hash">The hash that it is found by.</param>
    public VerifiableKey Wake(SecretHash hash) => VerifiableKey.Of(SealedContent.Read(row, hash, content.Span), surroundings);
}
