using AdminConsole.Core.Results;

namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>What can stand against editing an organization.</summary>
public static class OrganizationFailures
{
    public static Failure MayNotRead { get; } =
        new(FailureKind.Forbidden, "organization.read_forbidden", "You may not see this organization's rules and scopes.");

    public static Failure MayNotWrite { get; } =
        new(FailureKind.Forbidden, "organization.write_forbidden", "You may not change this organization's rules and scopes. Ask one of its owners.");

    public static Failure Stale(int current) => new(
        FailureKind.Stale,
        "organization.stale",
        $"Somebody changed this organization meanwhile; it is at version {current} now. Look at it, then try again.");
}
