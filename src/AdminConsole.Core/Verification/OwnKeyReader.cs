using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification;

/// <summary>Shows a key to the program that uses it. The secret takes an actor's place: it may see this one key and nothing else.</summary>
public sealed class OwnKeyReader(
    CachedKeys keys, CacheFreshness freshness, KeyQueries keyQueries, OrganizationQueries organizations, TimeProvider clock)
{
    /// <summary>The key of this secret, and its organization; null when it is none of a program's, or may not be used now, from there.</summary>
    public async Task<OwnKey?> ReadAsync(string secret, string? address, string? referrer, CancellationToken cancellation)
    {
        if (freshness.IsStale || keys.Find(secret) is not { Kind: KeyKind.Service } key || !MayBeUsed(key, address, referrer))
        {
            return null;
        }

        // For these two readings alone, and handed to nobody.
        var self = Actor.ForManagementKey(key.Id.ToString(), key.Name, key.OrganizationId, [ManagementScopes.ReadKeys]);
        var details = await keyQueries.GetAsync(self, new(key.OrganizationId, key.Id), cancellation);
        var organization = await organizations.GetAsync(self, key.OrganizationId, cancellation);
        return details.Succeeded && organization.Succeeded ? new(key.Row, details.Value, organization.Value) : null;
    }

    // What it may do, and with what, is not asked: it does nothing.
    private bool MayBeUsed(VerifiableKey key, string? address, string? referrer)
    {
        var request = new VerificationRequest { ClientIp = ClientAddress.TryParse(address, out var parsed) ? parsed : null, Referrer = referrer };
        return key.Decide(request, clock.Now()).Code
            is DecisionCode.Valid or DecisionCode.ProjectNotAllowed or DecisionCode.ResourceNotAllowed or DecisionCode.ScopeMissing;
    }
}

/// <summary>A key as its own program is shown it.</summary>
/// <param name="Row">By which its requests are counted.</param>
public sealed record OwnKey(long Row, KeyDetails Details, Organization Organization);
