using System.Collections.Frozen;

namespace AdminConsole.Core.Access;

/// <summary>The scopes of a management key, and what each permits.</summary>
public static class ManagementScopes
{
    public const string ReadKeys = "keys:read";
    public const string WriteKeys = "keys:write";
    public const string RevokeKeys = "keys:revoke";
    public const string VerifyKeys = "keys:verify";
    public const string ReadAudit = "audit:read";
    public const string WriteProjects = "projects:write";
    public const string WriteOwners = "owners:write";
    public const string WriteOrganization = "organization:write";

    private static readonly FrozenDictionary<string, IReadOnlyList<Permission>> Permissions =
        new Dictionary<string, IReadOnlyList<Permission>>(StringComparer.Ordinal)
        {
            [ReadKeys] = [Permission.ReadKeys, Permission.FindKeys],
            [WriteKeys] = [Permission.WriteKeys],
            [RevokeKeys] = [Permission.RevokeKeys],
            [VerifyKeys] = [Permission.VerifyKeys],
            [ReadAudit] = [Permission.ReadAudit],
            [WriteProjects] = [Permission.WriteProjects],
            [WriteOwners] = [Permission.WriteOwners],
            [WriteOrganization] = [Permission.WriteOrganization],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } =
        [ReadKeys, WriteKeys, RevokeKeys, VerifyKeys, ReadAudit, WriteProjects, WriteOwners, WriteOrganization];

    public static bool IsKnown(string scope) => Permissions.ContainsKey(scope);

    /// <summary>What the scopes permit together; unknown ones permit nothing.</summary>
    public static IEnumerable<Permission> Permitted(IEnumerable<string> scopes) =>
        scopes.SelectMany(scope => Permissions.GetValueOrDefault(scope, [])).Distinct();
}
