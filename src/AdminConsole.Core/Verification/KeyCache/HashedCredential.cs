using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>
/// A secret as it came with a request, hashed: for a caller that keeps a connection and sends the same credential with each request, hashing it
/// again would cost more than all else. Holds no plaintext; whether the key is still good is asked each time.
/// </summary>
public sealed class HashedCredential
{
    internal HashedCredential(SecretHash[] hashes, string? address)
    {
        Hashes = hashes;
        Request = new() { ClientIp = ClientAddress.TryParse(address, out var parsed) ? parsed : null };
    }

    /// <summary>One for each accepted pepper; none when the text cannot be a secret.</summary>
    internal SecretHash[] Hashes { get; }

    /// <summary>The question of whether the key lets its caller in from this address.</summary>
    internal VerificationRequest Request { get; }
}
