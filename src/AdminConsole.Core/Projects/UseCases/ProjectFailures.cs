using System.Globalization;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Projects.UseCases;

/// <summary>What can stand against a use case of this room.</summary>
public static class ProjectFailures
{
    public const string NameField = "name";

    public static Failure NotFound { get; } = new(FailureKind.NotFound, "project.not_found", "There is no such project.");

    public static Failure MayNotRead { get; } =
        new(FailureKind.Forbidden, "project.read_forbidden", "You may not see the projects of this organization.");

    public static Failure MayNotWrite { get; } =
        new(FailureKind.Forbidden, "project.write_forbidden", "You may not change the projects of this organization. Ask one of its admins.");

    public static Failure NameTaken { get; } =
        Failure.Invalid(NameField, "project.name_taken", "There is a project of this name already. Choose another.");

    public static Failure InUse(int keys) => new(FailureKind.Conflict, "project.in_use", string.Create(
        CultureInfo.InvariantCulture,
        $"Keys are limited to this project: {keys}. Take it out of their settings first, and delete those that are revoked."));

    public static Failure Stale(int current) => new(
        FailureKind.Stale, "project.stale", $"Somebody changed this project meanwhile; it is at version {current} now. Look at it, then try again.");
}
