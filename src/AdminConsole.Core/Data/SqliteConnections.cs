using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AdminConsole.Core.Data;

/// <summary>How connections to the SQLite file are made (DESIGN 12).</summary>
internal static class SqliteConnections
{
    public static string WriterConnection(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = (int)WriteLock.MaxWait.TotalSeconds,
    }.ToString();

    /// <summary>Read-only to SQLite itself: such a connection can neither write nor checkpoint.</summary>
    public static string ReaderConnection(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = (int)WriteLock.MaxWait.TotalSeconds,
    }.ToString();

    /// <summary>
    /// Beside a million keys, the pages of the indexes that an insert touches at random no longer fit into SQLite's own two megabytes.
    /// </summary>
    private const string WriterCache = "PRAGMA cache_size = -65536;";

    /// <summary>
    /// What it takes to undo a statement. Else SQLite writes it, rows and all, into the system's folder for temporary files: a hundred times for a
    /// key, and a third of the time of inserting very many.
    /// </summary>
    private const string UndoneFromMemory = "PRAGMA temp_store = MEMORY;";

    /// <summary>
    /// A commit is on the disk before it is acknowledged; checkpoints happen only where <see cref="SqliteCheckpoints"/> makes them.
    /// </summary>
    public static void PrepareWriter(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; {UndoneFromMemory} {WriterCache}";
        command.ExecuteNonQuery();
    }

    internal sealed class WriterInterceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => PrepareWriter(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            PrepareWriter(connection);
            return Task.CompletedTask;
        }
    }
}
