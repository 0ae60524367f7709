using System.Security.Cryptography;
using System.Text;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// Turns secrets into what is stored of them. A fast keyed hash is right here: 256 random bits cannot be guessed however fast the hash, a slow one
/// would make verification a lever for overload, and the pepper keeps readers of the database from testing found texts and writers from planting a
/// key.
/// </summary>
public sealed class SecretHasher(PepperRing peppers)
{
    private readonly int[] _pepperIds = [.. peppers.Ids];
    private readonly ThreadHmacs _hmacs = new(peppers.Ids, peppers.Bytes);

    /// <summary>The hash to store: under the current pepper.</summary>
    public SecretHash Hash(KeySecret secret) => Hash(secret.Reveal());

    /// <inheritdoc cref="Hash(KeySecret)"/>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer than <see cref="KeySecret.MaxPresentedLength"/>.</exception>
    public SecretHash Hash(string secret) => HashUnder(peppers.CurrentId, secret);

    /// <summary>
    /// The hashes to look up, one for each accepted pepper, the current first. Each is computed when it is asked for: a key under the current
    /// pepper costs one.
    /// </summary>
    public IEnumerable<SecretHash> Candidates(string secret) => peppers.Ids.Select(id => HashUnder(id, secret));

    /// <summary>The accepted peppers, the current first.</summary>
    internal ReadOnlySpan<int> PepperIds => _pepperIds;

    /// <summary>The hash under one accepted pepper.</summary>
    internal SecretHash HashUnder(int pepperId, ReadOnlySpan<char> secret)
    {
        // The exception's message names the length; the text is in none.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secret.Length, KeySecret.MaxPresentedLength, nameof(secret));
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(secret.Length)];
        Span<byte> digest = stackalloc byte[SecretHash.Size];
        var length = Encoding.UTF8.GetBytes(secret, bytes);
        _hmacs.Hash(pepperId, bytes[..length], digest);
        CryptographicOperations.ZeroMemory(bytes[..length]);
        return new SecretHash(digest, pepperId);
    }
}
