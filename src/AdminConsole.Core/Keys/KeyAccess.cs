using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>The questions that every use case of this room asks of its actor first.</summary>
internal static class KeyAccess
{
    /// <summary>
    /// Why the actor may not do this in the organization, or null. An organization the actor has nothing to do with does not exist for it.
    /// </summary>
    public static Failure? Refusal(Actor actor, Permission permission, Id<Organization> organization) =>
        OrganizationAccess.Refusal(actor, permission, organization, Forbidden(permission));

    private static Failure Forbidden(Permission permission) => permission switch
    {
        Permission.RevokeKeys => KeyFailures.MayNotRevoke,
        Permission.FindKeys => KeyFailures.MayNotFind,
        Permission.ReadKeys => KeyFailures.MayNotRead,
        _ => KeyFailures.MayNotWrite,
    };
}
