using System.Globalization;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Owners.UseCases;

/// <summary>What can stand against a use case of this room.</summary>
public static class OwnerFailures
{
    public static Failure NotFound { get; } = new(FailureKind.NotFound, "owner.not_found", "There is no such owner.");

    public static Failure MayNotRead { get; } =
        new(FailureKind.Forbidden, "owner.read_forbidden", "You may not see the owners of this organization.");

    public static Failure MayNotWrite { get; } =
        new(FailureKind.Forbidden, "owner.write_forbidden", "You may not change the owners of this organization. Ask one of its admins.");

    public static Failure ExternalIdTaken { get; } =
        Failure.Invalid(OwnerFields.ExternalId, "owner.external_id_taken", "There is an owner with this external id already. Use that one.");

    public static Failure InUse(int keys) => new(FailureKind.Conflict, "owner.in_use", string.Create(
        CultureInfo.InvariantCulture, $"Keys act for this owner: {keys}. Give them another owner first, and delete those that are revoked."));

    public static Failure Stale(int current) => new(
        FailureKind.Stale, "owner.stale", $"Somebody changed this owner meanwhile; it is at version {current} now. Look at it, then try again.");
}
