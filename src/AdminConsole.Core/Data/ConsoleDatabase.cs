using AdminConsole.Keys;
using AdminConsole.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Data;

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
        await using var db = store.CreateSelfLockingContext();
        using (await writeLock.TakeAsync(cancellation))
        {
            await db.Database.OpenConnectionAsync(cancellation);
            LogLibrary(((SqliteConnection)db.Database.GetDbConnection()).ServerVersion, directory.DatabaseFile);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
            await db.Database.MigrateAsync(cancellation);
        }

        await OpenPeppersAsync(db, cancellation);
        db.ChangeTracker.Clear();
        await UnsealedKeys.SealAsync(db, new(Peppers), cancellation);
    }

    private async Task OpenPeppersAsync(ConsoleDbContext db, CancellationToken cancellation)
    {
        var canary = await db.Facts.FindAsync([ConsoleFact.PepperCanary], cancellation);
        try
        {
            _peppers = PepperRing.Open(directory.Path, canary?.Value);
        }
        catch (PepperException refused)
        {
            throw new ConsoleStartException(refused.Message, refused);
        }

        canary ??= db.Facts.Add(new() { Name = ConsoleFact.PepperCanary, Value = "" }).Entity;
        canary.Value = _peppers.Canary();
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(1, LogLevel.Information, "SQLite {Version} at {File}: one process, one writer at a time")]
    private partial void LogLibrary(string version, string file);
}
