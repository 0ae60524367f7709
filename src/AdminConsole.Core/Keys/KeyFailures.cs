using AdminConsole.Core.Access;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>What can stand against a use case of this room, apart from faults in single fields.</summary>
public static class KeyFailures
{
    public static Failure NotFound { get; } = new(FailureKind.NotFound, "key.not_found", "There is no such key.");

    public static Failure OrganizationNotFound => OrganizationAccess.NotFound;

    public static Failure MayNotRead { get; } =
        new(FailureKind.Forbidden, "key.read_forbidden", "You may not see the keys of this organization.");

    public static Failure MayNotWrite { get; } =
        new(FailureKind.Forbidden, "key.write_forbidden", "You may see this organization's keys, but not change them. Ask one of its admins.");

    public static Failure MayNotRevoke { get; } =
        new(FailureKind.Forbidden, "key.revoke_forbidden", "You may not revoke this organization's keys. Ask one of its admins.");

    public static Failure MayNotFind { get; } =
        new(FailureKind.Forbidden, "key.find_forbidden", "You may not look up keys by their secret or hint.");

    public static Failure Revoked { get; } =
        new(FailureKind.Conflict, "key.revoked", "This key is revoked, and a revoked key never changes again. Create a new one.");

    public static Failure NotRevoked { get; } =
        new(FailureKind.Conflict, "key.not_revoked", "Only a revoked key can be deleted. Revoke it first.");

    public static Failure Expired { get; } =
        new(FailureKind.Conflict, "key.expired", "An expired key cannot be rotated. Give it a new expiry first, or duplicate it.");

    public static Failure Disabled { get; } =
        new(FailureKind.Conflict, "key.disabled", "A disabled key cannot be rotated. Enable it first, or duplicate it.");

    public static Failure Managed { get; } =
        new(FailureKind.Conflict, "key.managed", "This key is managed by the system and cannot be changed.");

    public static Failure TamperDetected { get; } = new(
        FailureKind.Conflict, "key.seal_broken", "This key was changed in the database, behind the console. Revoke it and issue a new one.");

    public static Failure ExceedsActor { get; } = new(
        FailureKind.Forbidden, "key.exceeds_actor", "A management key cannot be given more rights than you have yourself.", KeyFields.Scopes);

    public static Failure ExceedsActorBy(string field, string remedy) =>
        new(FailureKind.Forbidden, ExceedsActor.Code, $"A management key cannot be given more than you have yourself. {remedy}", field);

    public static Failure Replaced(Id<ApiKey> successor) =>
        new(FailureKind.Conflict, "key.replaced", $"This key was rotated already. Rotate its successor {successor}.");

    public static Failure Stale(int current) => new(
        FailureKind.Stale,
        "key.stale",
        $"Somebody changed this key meanwhile; it is at version {current} now. Look at both, then save again.",
        KeyFields.Version);
}
