namespace AdminConsole.Core.Access;

/// <summary>What a use case asks of its actor, always together with an organization.</summary>
public enum Permission
{
    /// <summary>List keys, see their policy and history.</summary>
    ReadKeys,

    /// <summary>Create, edit, enable and disable keys.</summary>
    WriteKeys,

    /// <summary>Revoke keys.</summary>
    RevokeKeys,

    /// <summary>Find a key by its secret or hint, and see whose it is: all that support needs before it revokes.</summary>
    FindKeys,

    /// <summary>Ask whether a secret may do something.</summary>
    VerifyKeys,

    /// <summary>Read the audit entries.</summary>
    ReadAudit,

    /// <summary>Add, rename and delete projects.</summary>
    WriteProjects,

    /// <summary>Add, edit and delete owners.</summary>
    WriteOwners,

    /// <summary>Edit the scope catalogue and the organization's rules for keys.</summary>
    WriteOrganization,

    /// <summary>Add operators, change their roles.</summary>
    ManageOrganization,
}
