using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Policies;

namespace AdminConsole.Verification;

/// <summary>A program that calls the console, and the organization that its key belongs to: the only one it can name.</summary>
public sealed record ManagementCaller(Actor Actor, Id<Organization> OrganizationId, long KeyRow);

/// <summary>Lets programs in: a management key is a key like any other, and is decided by the same evaluator.</summary>
public sealed class ManagementKeyAuthentication(LiveKeys keys, RateWindows windows, LastUses lastUses, TimeProvider clock)
{
    /// <summary>The caller, without its address; or null when the secret is not a valid management key from this address.</summary>
    public ManagementCaller? Authenticate(ReadOnlySpan<char> secret, string? address)
    {
        var key = keys.Find(secret);
        if (key is not { Kind: KeyKind.Management })
        {
            return null;
        }

        var now = clock.Now();
        var request = new VerificationRequest { ClientIp = ClientAddress.TryParse(address, out var parsed) ? parsed : null };
        if (!windows.Decide(key, request, now).Allowed)
        {
            return null;
        }

        lastUses.Remember(key.Row, now, request.ClientIp);
        return key.Caller;
    }
}
