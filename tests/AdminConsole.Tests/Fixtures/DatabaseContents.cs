using System.Globalization;
using AdminConsole.Core.Data;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Every row of every table as text: what a refused change must leave as it was.</summary>
public static class DatabaseContents
{
    public static async Task<IReadOnlyList<string>> ReadAsync(DataDirectory directory)
    {
        await using var connection = new SqliteConnection($"Data Source={directory.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        List<string> rows = [];
        foreach (var table in await QueryAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            rows.AddRange(
                (await QueryAsync(connection, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}").Order(StringComparer.Ordinal));
        }

        return rows;
    }

    private static async Task<List<string>> QueryAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names of tables come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
