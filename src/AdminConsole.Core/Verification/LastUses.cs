using System.Collections.Concurrent;
using AdminConsole.Data;
using AdminConsole.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Verification;

/// <summary>
/// Remembers when and from where each key was last used, without delaying the answer: noted in memory, written once a second
/// by one writer. A crash loses at most that second.
/// </summary>
public sealed partial class LastUses(ConsoleStore store, TimeProvider clock, ILogger<LastUses> logger) : BackgroundService
{
    public static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(1);

    // One entry a key, however often it is used: bounded by the number of keys.
    private ConcurrentDictionary<long, Use> _pending = new();

    public void Remember(long keyRow, DateTimeOffset at, ClientAddress? address) =>
        Volatile.Read(ref _pending)[keyRow] = new(at, address);

    /// <summary>Writes down what is pending. What cannot be written now stays pending.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        var uses = Interlocked.Exchange(ref _pending, new());
        if (uses.IsEmpty)
        {
            return;
        }

        try
        {
            await store.WriteAsync<int>(db => WriteAsync(db, uses, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is StorageBusyException or DbUpdateException or System.Data.Common.DbException)
        {
            LogPostponed(uses.Count, fault);
            PutBack(uses);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FlushInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FlushAsync(stoppingToken);
        }
    }

    private static async Task<Results.Result<int>> WriteAsync(
        ConsoleDbContext db, ConcurrentDictionary<long, Use> uses, CancellationToken cancellation)
    {
        foreach (var (row, use) in uses)
        {
            var address = use.Address?.ToString();
            await db.ApiKeys.Where(key => key.Row == row).ExecuteUpdateAsync(
                update => update.SetProperty(key => key.LastUsedAt, use.At).SetProperty(key => key.LastUsedIp, address), cancellation);
        }

        return uses.Count;
    }

    private void PutBack(ConcurrentDictionary<long, Use> uses)
    {
        foreach (var (row, use) in uses)
        {
            // Never over a newer one.
            Volatile.Read(ref _pending).TryAdd(row, use);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not write the last use of {Count} keys; trying again")]
    private partial void LogPostponed(int count, Exception fault);

    private sealed record Use(DateTimeOffset At, ClientAddress? Address);
}
