using System.Data.Common;

namespace AdminConsole.Data;

/// <summary>Reading without EF, which takes half a second to make itself ready: for what stands between a start and its first answer.</summary>
internal static class PlainSql
{
    /// <summary>Every row of a query, in the connection's transaction where it has begun one.</summary>
    public static async Task<List<T>> ReadAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The number that a query asks for.</summary>
    public static async Task<long> NumberAsync(this DbConnection connection, string sql, CancellationToken cancellation) =>
        (await connection.ReadAsync(sql, row => row.GetInt64(0), cancellation)).Single();
}
