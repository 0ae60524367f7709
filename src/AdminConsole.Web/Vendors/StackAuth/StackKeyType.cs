using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Stack has one set of addresses for keys of users and one for keys of teams. A key is of its owner's type; others have none.</summary>
internal sealed record StackKeyType(string Name, OwnerKind Owner, string OwnerField, SecretFormat Secret, SecretFormat Public)
{
    private const string PublicPrefix = "stack_pk";

    /// <summary>Whether the owner must be named with each key, and not in lists alone.</summary>
    public bool NamesOwner => this == Team;

    public static StackKeyType User { get; } = new("user", OwnerKind.User, StackFields.UserId, SecretFormat.StackUser, SecretFormat.StackPublicUser);

    public static StackKeyType Team { get; } = new("team", OwnerKind.Team, StackFields.TeamId, SecretFormat.StackTeam, SecretFormat.StackPublicTeam);

    /// <summary>The type of keys whose owner is this; null where Stack has no such owners.</summary>
    public static StackKeyType? Of(OwnerKind? owner) => owner switch
    {
        OwnerKind.User => User,
        OwnerKind.Team => Team,
        _ => null,
    };

    /// <summary>Made to be seen.</summary>
    public static bool IsPublic(KeyDetails key) => key.SecretFormat.StartsWith(PublicPrefix, StringComparison.Ordinal);

    /// <summary>The error for an owner that there is none of.</summary>
    public StackError OwnerNotFound(string id) => this == User ? StackError.UserNotFound : StackError.TeamNotFound(id);
}

internal static class StackKeyTypeOfEndpoint
{
    /// <summary>The type of keys that the address is for.</summary>
    public static StackKeyType StackKeyType(this HttpContext http) => http.GetEndpoint()!.Metadata.GetRequiredMetadata<StackKeyType>();
}
