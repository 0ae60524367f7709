using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Core.Data;

/// <summary>
/// Moves the write-ahead log into the database, under the write lock, once it has grown and at the end; and keeps one connection open for
/// as long as the process lives, so that none checkpoints by being the last to close.
/// </summary>
public sealed partial class SqliteCheckpoints(DataDirectory directory, WriteLock writeLock, TimeProvider clock, ILogger<SqliteCheckpoints> logger)
    : BackgroundService
{
    private const long MaxLogBytes = 4 * 1024 * 1024;
    private const long MaxLogBytesOfLongWrite = 256 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(10);

    private readonly SqliteConnection _connection = new(SqliteConnections.WriterConnection(directory.DatabaseFile) + ";Pooling=False");

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>For a long write: moves the log now, once it is large. Works in a command too, where nothing runs beside it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (LogIsLargerThan(MaxLogBytesOfLongWrite))
        {
            await OpenAsync(cancellation);
            await CheckpointAsync(cancellation);
        }
    }

    /// <summary>Has a limit of its own: a client that never ends its request uses up the host's.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(MaxStop, clock);
        await base.StopAsync(limit.Token);
        if (_connection.State is ConnectionState.Closed)
        {
            return;
        }

        try
        {
            await CloseAsync(limit.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or StorageBusyException)
        {
            // The next start reads the log.
            LogPostponed(fault);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (LogIsLargerThan(MaxLogBytes))
            {
                await CheckpointAsync(stoppingToken);
            }
        }
    }

    private bool LogIsLargerThan(long bytes) => new FileInfo(directory.DatabaseFile + "-wal") is { Exists: true } log && log.Length > bytes;

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (_connection.State is ConnectionState.Closed)
        {
            await _connection.OpenAsync(cancellation);
            SqliteConnections.PrepareWriter(_connection);
        }
    }

    private async Task CloseAsync(CancellationToken cancellation)
    {
        // What lies in the log, a start would read before anything else.
        await CheckpointAsync(cancellation);

        // The last connection to close checkpoints, which is a write.
        using var turn = await writeLock.TakeAsync(cancellation);
        await _connection.CloseAsync();
    }

    private async Task CheckpointAsync(CancellationToken cancellation)
    {
        try
        {
            using var turn = await writeLock.TakeAsync(cancellation);

            // A host may be stopped twice at once: whoever had the turn before has closed it.
            if (_connection.State is ConnectionState.Closed)
            {
                return;
            }

            await using var command = _connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (Exception fault) when (fault is SqliteException or StorageBusyException)
        {
            // Readers or writers are in the way: the log stays as it is until the next tick.
            LogPostponed(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Postponed moving the write-ahead log into the database")]
    private partial void LogPostponed(Exception fault);
}
