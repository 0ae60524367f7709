using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification;

/// <summary>Lets programs in: a management key is a key like any other, and is decided by the same evaluator.</summary>
public sealed class ManagementKeyVerifier(CachedKeys keys, VerificationRateLimiter limiter, UsageRecorder usage, TimeProvider clock)
{
    /// <summary>Hashes a secret from an address once, to be authenticated with each request that brings it.</summary>
    public HashedCredential Present(ReadOnlySpan<char> secret, string? address) => keys.Present(secret, address);

    /// <summary>The caller, without its address; or null when the secret is not a valid management key from this address.</summary>
    public ApiCaller? Authenticate(HashedCredential secret)
    {
        var key = keys.Find(secret);
        if (key is not { Kind: KeyKind.Management })
        {
            return null;
        }

        var now = clock.Now();
        var decision = key.Decide(secret.Request, now, limiter);

        // Counted, not kept as an event: each request of a program would be written twice.
        usage.Count(UsageEvent.Of(key.OrganizationId, key.Row, secret.Request, decision, now));
        return decision.Allowed ? key.Caller : null;
    }

    /// <summary>The caller with the rights that its key has by now; null when it would no longer be let in. Counts as no use.</summary>
    public ApiCaller? Renew(ApiCaller caller)
    {
        var request = new VerificationRequest { ClientIp = ClientAddress.TryParse(caller.Actor.Address, out var parsed) ? parsed : null };
        return keys.Find(caller.Actor.KeyRow) is { } key && key.Decide(request, clock.Now()).Allowed ? key.Caller : null;
    }
}
