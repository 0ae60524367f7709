using Microsoft.EntityFrameworkCore.Migrations;

namespace AdminConsole.Migrations.Sqlite;

/// <summary>
/// The triggers that count every change of what decides about a key, whoever makes it. Uses of a key are no changes: their columns are left out.
/// </summary>
internal static class KeyChangeTriggers
{
    private const string DecidingColumns =
        "Id, OrganizationId, Kind, Name, OwnerId, StartsAt, ExpiresAt, Enabled, RevokedAt, SecretHash, PepperId, Version, Document, Seal";

    // An insert that replaces would do what the statement that fired the trigger says; hence the two steps.
    public static void CreateKeyChangeTriggers(this MigrationBuilder migration)
    {
        migration.Create("ApiKeys_added", "INSERT ON ApiKeys", Count("new.Row"));
        migration.Create("ApiKeys_changed", $"UPDATE OF {DecidingColumns} ON ApiKeys", Count("new.Row"));
        migration.Create("ApiKeys_deleted", "DELETE ON ApiKeys", Count("old.Row"));
        migration.Create("Owners_changed", "UPDATE ON Owners", CountAll("OwnerId = new.Id"));
        migration.Create("Organizations_suspended", "UPDATE OF SuspendedAt ON Organizations", CountAll("OrganizationId = new.Id"));
    }

    private static void Create(this MigrationBuilder migration, string name, string occasion, string statements) =>
        migration.Sql($"CREATE TRIGGER {name} AFTER {occasion} BEGIN {statements}END;");

    private static string Count(string row) => $"DELETE FROM KeyChanges WHERE KeyRow = {row}; INSERT INTO KeyChanges (KeyRow) VALUES ({row}); ";

    private static string CountAll(string condition) =>
        $"DELETE FROM KeyChanges WHERE KeyRow IN (SELECT Row FROM ApiKeys WHERE {condition}); "
        + $"INSERT INTO KeyChanges (KeyRow) SELECT Row FROM ApiKeys WHERE {condition}; ";
}
