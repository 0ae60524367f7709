using System.Collections.Frozen;
using System.Diagnostics;
using AdminConsole.Core.Access;

namespace AdminConsole.Core.Operators;

/// <summary>What an operator is in one organization.</summary>
public enum OperatorRole
{
    Viewer,
    Admin,
    Owner,
}

/// <summary>The only table of what a role permits.</summary>
public static class OperatorRoles
{
    private static readonly FrozenSet<Permission> Viewer = [Permission.ReadKeys, Permission.ReadAudit];

    private static readonly FrozenSet<Permission> Admin =
    [
        .. Viewer,
        Permission.FindKeys,
        Permission.WriteKeys,
        Permission.RevokeKeys,
        Permission.VerifyKeys,
        Permission.WriteProjects,
        Permission.WriteOwners,
    ];

    private static readonly FrozenSet<Permission> Owner = [.. Admin, Permission.WriteOrganization, Permission.ManageOrganization];

    /// <summary>Support staff, in every organization: find and revoke, and nothing else (DESIGN 11).</summary>
    public static FrozenSet<Permission> Support { get; } = [Permission.FindKeys, Permission.RevokeKeys];

    public static FrozenSet<Permission> Permissions(this OperatorRole role) => role switch
    {
        OperatorRole.Viewer => Viewer,
        OperatorRole.Admin => Admin,
        OperatorRole.Owner => Owner,
        _ => throw new UnreachableException(),
    };
}
