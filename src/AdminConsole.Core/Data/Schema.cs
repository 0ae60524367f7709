using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AdminConsole.Core.Data;

/// <summary>Which migrations a database has had.</summary>
internal static class Schema
{
    /// <summary>Whether it has had all that this version knows. EF would build its model twice to tell, at every start.</summary>
    public static async Task<bool> IsNewestAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (await connection.NumberAsync(
            $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{HistoryRepository.DefaultTableName}'", cancellation) == 0)
        {
            return false;
        }

        var applied = await connection.ReadAsync(
            $"SELECT \"MigrationId\" FROM \"{HistoryRepository.DefaultTableName}\"", row => row.GetString(0), cancellation);
        return Known().All(applied.Contains);
    }

    // Reflection: EF lists migrations only through a context, which has to be made first.
    private static IEnumerable<string> Known() =>
        Assembly.Load(ConsoleStore.SqliteMigrations).DefinedTypes.Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
