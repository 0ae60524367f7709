using AdminConsole.Core.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Data;

/// <summary>Makes the database ready at start: log mode, schema, and the right peppers beside it.</summary>
public sealed partial class ConsoleDatabase(
    DataDirectory directory, ConsoleStore store, WriteLock writeLock, ILogger<ConsoleDatabase> logger)
{
    private PepperRing? _peppers;

    /// <summary>The peppers of this database, once it is prepared.</summary>
    public PepperRing Peppers => _peppers ?? throw new InvalidOperationException("Prepare the database before secrets are hashed.");

    /// <summary>Brings the database to the newest schema, opens the peppers, and makes both at the very first start.</summary>
    /// <exception cref="ConsoleStartException">The database cannot be used, with the reason and the remedy.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(SqliteConnections.WriterConnection(directory.DatabaseFile));
        await BringUpToDateAsync(connection, cancellation);
        var metadata = (await connection.ReadAsync(
            "SELECT \"Name\", \"Value\" FROM \"Metadata\"", row => (Name: row.GetString(0), Value: row.GetString(1)), cancellation))
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        await OpenPeppersAsync(metadata.GetValueOrDefault(StoreMetadata.PepperCanary), cancellation);
    }

    private async Task BringUpToDateAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        using var turn = await writeLock.TakeAsync(cancellation);
        await connection.OpenAsync(cancellation);
        SqliteLibrary.RefuseIfTooOld(connection.ServerVersion);
        LogLibrary(connection.ServerVersion, directory.DatabaseFile);
        await connection.ReadAsync("PRAGMA journal_mode = WAL", row => row.GetString(0), cancellation);
        if (!await Schema.IsNewestAsync(connection, cancellation))
        {
            await using var db = store.CreateSelfLockingContext();
            await db.Database.MigrateAsync(cancellation);
        }
    }

    private async Task OpenPeppersAsync(string? canary, CancellationToken cancellation)
    {
        try
        {
            _peppers = PepperRing.Open(directory.Path, canary);
        }
        catch (PepperException refused)
        {
            throw new ConsoleStartException(refused.Message, refused);
        }

        if (_peppers.Canary() != canary)
        {
            await using var db = store.CreateSelfLockingContext();
            var entry = await db.Metadata.FindAsync([StoreMetadata.PepperCanary], cancellation)
                ?? db.Metadata.Add(new() { Name = StoreMetadata.PepperCanary, Value = "" }).Entity;
            entry.Value = _peppers.Canary();
            await db.SaveChangesAsync(cancellation);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "SQLite {Version} at {File}: one process, one writer at a time")]
    private partial void LogLibrary(string version, string file);
}
