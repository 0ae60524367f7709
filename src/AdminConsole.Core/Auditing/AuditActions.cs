namespace AdminConsole.Core.Auditing;

/// <summary>The actions that audit entries name; stable, for programs.</summary>
public static class AuditActions
{
    public const string KeyCreated = "key.created";
    public const string KeyEdited = "key.edited";
    public const string KeyDisabled = "key.disabled";
    public const string KeyEnabled = "key.enabled";
    public const string KeyRevoked = "key.revoked";
    public const string KeyRotated = "key.rotated";
    public const string KeyDeleted = "key.deleted";
    public const string KeySealBroken = "key.seal_broken";
    public const string KeysLookedUp = "keys.looked_up";
    public const string OperatorCreated = "operator.created";
    public const string OperatorSignedIn = "operator.signed_in";
    public const string OperatorSignedOut = "operator.signed_out";
    public const string OperatorLockedOut = "operator.locked_out";
    public const string OperatorPasswordChanged = "operator.password_changed";
    public const string OperatorPasswordReset = "operator.password_reset";
    public const string OrganizationEdited = "organization.edited";
    public const string ScopesReplaced = "scopes.replaced";
    public const string ProjectCreated = "project.created";
    public const string ProjectRenamed = "project.renamed";
    public const string ProjectDeleted = "project.deleted";
    public const string OwnerCreated = "owner.created";
    public const string OwnerEdited = "owner.edited";
    public const string OwnerDeleted = "owner.deleted";
    public const string OrganizationCreated = "organization.created";
}
