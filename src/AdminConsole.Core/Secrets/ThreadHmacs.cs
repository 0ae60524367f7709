using System.Security.Cryptography;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// HMAC-SHA-256 under each of a ring's keys. Setting one up costs several times what hashing a secret does, so each thread keeps its own.
/// </summary>
internal sealed class ThreadHmacs(IEnumerable<int> ids, Func<int, byte[]> keyOf)
{
    private readonly Dictionary<int, ThreadLocal<IncrementalHash>> _hmacs =
        ids.ToDictionary(id => id, id => new ThreadLocal<IncrementalHash>(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keyOf(id))));

    public void Hash(int id, ReadOnlySpan<byte> text, Span<byte> digest)
    {
        var hmac = _hmacs[id].Value!;
        hmac.AppendData(text);
        hmac.GetHashAndReset(digest);
    }
}
