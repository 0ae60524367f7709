using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>A new secret with what is stored of it, and the id of the key that it is made for: a vendor's format may hold it.</summary>
internal sealed record GeneratedSecret(Id<ApiKey> KeyId, KeySecret Secret, SecretHash Hash)
{
    public static GeneratedSecret For(Id<ApiKey> keyId, SecretFormat format, SecretHasher hasher)
    {
        var secret = format.Generate(keyId.Value);
        return new(keyId, secret, hasher.Hash(secret));
    }
}
