using System.Data.Common;
using System.Text.Json;

namespace AdminConsole.Core.Data;

/// <summary>
/// Reading without EF, which takes half a second to make itself ready: for what stands between a start and its first answer, and where the same is
/// read again of a few rows.
/// </summary>
internal static class PlainSql
{
    /// <summary>In a query, the rows that it is asked about: <c>"Row" IN (…)</c>.</summary>
    public const string AskedRows = "(SELECT value FROM json_each(@rows))";

    /// <summary>Every row of a query, in the connection's transaction where it has begun one.</summary>
    public static Task<List<T>> ReadAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        ReadAsync(connection, sql, asked: null, row, cancellation);

    /// <summary>The same for a query about <see cref="AskedRows"/>.</summary>
    public static Task<List<T>> ReadAsync<T>(
        this DbConnection connection, string sql, IReadOnlyCollection<long> rows, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        ReadAsync(connection, sql, JsonSerializer.Serialize(rows), row, cancellation);

    /// <summary>The number that a query asks for.</summary>
    public static async Task<long> NumberAsync(this DbConnection connection, string sql, CancellationToken cancellation) =>
        (await connection.ReadAsync(sql, row => row.GetInt64(0), cancellation)).Single();

    private static async Task<List<T>> ReadAsync<T>(
        DbConnection connection, string sql, string? asked, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (asked is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@rows", asked);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
