using System.Security.Cryptography;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// Encrypts what is kept of a key for telling the keys derived from it, under a key derived from the pepper and bound to the key and its
/// organization: whoever reads the database alone can derive nothing, and whoever writes it can give no key another's place.
/// </summary>
public sealed class SigningStateProtector(PepperRing peppers, SecuredKeyOptions settings)
{
    internal const int Size = NonceSize + TagSize + HmacState.Size;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int IdSize = 16;

    /// <summary>What to store beside a new key; nothing for a key that none are derived from.</summary>
    internal SecuredKeyParent? Seal(ApiKey key, KeySecret secret)
    {
        // A management key's holder could hand out keys to the console itself, unseen.
        if (!settings.AreVerified || key.Kind is not KeyKind.Service || secret.Format != SecretFormat.Algolia.Name)
        {
            return null;
        }

        Span<byte> state = stackalloc byte[HmacState.Size];
        HmacState.Of(secret.Reveal()).Write(state);
        var derivation = Encrypt(key, state);
        CryptographicOperations.ZeroMemory(state);
        return derivation;
    }

    /// <summary>What was sealed; null when the console did not seal it for this key.</summary>
    internal HmacState? Open(SecuredKeyParent derivation, Id<Organization> organization)
    {
        if (derivation.Sealed.Length != Size || !peppers.Ids.Contains(derivation.PepperId))
        {
            return null;
        }

        var stored = derivation.Sealed.AsSpan();
        Span<byte> state = stackalloc byte[HmacState.Size];
        using var cipher = new AesGcm(peppers.DerivationKey(derivation.PepperId), TagSize);
        try
        {
            cipher.Decrypt(
                stored[..NonceSize], stored[(NonceSize + TagSize)..], stored.Slice(NonceSize, TagSize), state, Place(derivation.KeyId, organization));
            return HmacState.Read(state);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }

    private SecuredKeyParent Encrypt(ApiKey key, ReadOnlySpan<byte> state)
    {
        var stored = new byte[Size];
        RandomNumberGenerator.Fill(stored.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(peppers.DerivationKey(peppers.CurrentId), TagSize);
        cipher.Encrypt(
            stored.AsSpan(0, NonceSize),
            state,
            stored.AsSpan(NonceSize + TagSize),
            stored.AsSpan(NonceSize, TagSize),
            Place(key.Id, key.OrganizationId));
        return new() { KeyId = key.Id, PepperId = peppers.CurrentId, Sealed = stored };
    }

    /// <summary>Whose it is: sealed with it, not in it.</summary>
    private static byte[] Place(Id<ApiKey> key, Id<Organization> organization)
    {
        var place = new byte[2 * IdSize];
        key.Value.TryWriteBytes(place);
        organization.Value.TryWriteBytes(place.AsSpan(IdSize));
        return place;
    }
}
