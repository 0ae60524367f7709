using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>
/// A management key can be given no more than whoever makes or edits it has. Of another management key that is its scopes, its networks and its
/// expiry: a key that leaked would otherwise make one that is good from anywhere and for ever, and so would one that edits itself.
/// </summary>
internal static class PrivilegeEscalationCheck
{
    /// <summary>Why the actor may not give a key these settings, or null.</summary>
    public static async Task<Failure?> RefusalAsync(
        ConsoleDbContext db,
        Actor actor,
        Id<Organization> organization,
        KeyKind kind,
        KeySettings settings,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (kind is not KeyKind.Management)
        {
            return null;
        }

        if (ManagementScopes.Permitted(settings.Scopes).Any(permission => !actor.Can(permission, organization)))
        {
            return KeyFailures.ExceedsActor;
        }

        // Not tracked: a key that edits itself is compared with what it was.
        var own = actor.Kind is ActorKind.ManagementKey
            ? await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.OrganizationId == organization && key.Row == actor.KeyRow, cancellation)
            : null;
        return own is null ? null : Beyond(Policy(KeySnapshot.Of(own)), Policy(new(settings, Enabled: true)), now);
    }

    private static Failure? Beyond(KeyPolicy own, KeyPolicy wanted, DateTimeOffset now)
    {
        if (PolicyDiff.OfAllowedNetworks(own, wanted) is ChangeImpact.Widens)
        {
            return KeyFailures.ExceedsActorBy(KeyFields.AllowedCidrs, "Allow only networks that your own key may be used from.");
        }

        if (PolicyDiff.OfBlockedNetworks(own, wanted) is ChangeImpact.Widens)
        {
            return KeyFailures.ExceedsActorBy(KeyFields.BlockedCidrs, "Block the networks that are blocked for your own key, too.");
        }

        return PolicyDiff.OfExpiry(own, wanted, now) is ChangeImpact.Widens
            ? KeyFailures.ExceedsActorBy(KeyFields.ExpiresAt, "Let the key expire no later than your own.")
            : null;
    }

    private static KeyPolicy Policy(KeySnapshot key) => key.ToPolicy(version: 0, organizationSuspended: false);
}
