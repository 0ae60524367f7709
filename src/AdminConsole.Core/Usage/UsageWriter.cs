using System.Data.Common;
using AdminConsole.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Usage;

/// <summary>Writes usage down in the background: blocks at each flush; now and then daily tuples, and what is too old goes.</summary>
public sealed partial class UsageWriter(
    UsageJournal journal,
    UsageRollUp rollUp,
    UsageRetention retention,
    PendingUsage pending,
    IOptions<UsageSettings> settings,
    TimeProvider clock,
    ILogger<UsageWriter> logger) : BackgroundService
{
    /// <summary>A roll-up rests this many times as long as it took: with a million keys in use it takes a fortieth of one processor and not all of it.</summary>
    private const int RestPerWork = 40;

    /// <summary>The share of the flush interval between two writes: a crash in the midst of one loses what came since the one before began.</summary>
    private const double ShareBetweenFlushes = 0.75;

    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task? _stopped;

    /// <summary>The same stop for all who ask: a host may be stopped from two sides at once, and the journal takes one caller at a time.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _stopped ??= WriteRestAsync(cancellationToken);
        }
    }

    /// <summary>How long after the begin of a roll-up that took so long the next one begins.</summary>
    internal TimeSpan RestAfter(TimeSpan work)
    {
        var (rest, least) = (work * RestPerWork, settings.Value.RollUpInterval);
        return rest > least ? rest : least;
    }

    // Side by side: a long roll-up must not keep events from being written down.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FlushAsync(stoppingToken), RollUpAsync(stoppingToken));

    private async Task WriteRestAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(MaxStop, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await AttemptAsync(journal.FlushAsync, bounded.Token);
            await AttemptAsync(rollUp.RunAsync, bounded.Token);
        }
        catch (OperationCanceledException)
        {
            // What is in blocks is counted at the next start.
            LogLeft();
        }
    }

    private async Task FlushAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(settings.Value.FlushInterval * ShareBetweenFlushes, clock);
        do
        {
            await AttemptAsync(journal.FlushAsync, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task RollUpAsync(CancellationToken stopping)
    {
        // At the first tick, for what an earlier process left.
        var (last, rest) = (clock.GetTimestamp(), TimeSpan.Zero);
        using var timer = new PeriodicTimer(settings.Value.FlushInterval, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            if (pending.ShouldRollUp || clock.GetElapsedTime(last) >= rest)
            {
                last = clock.GetTimestamp();
                var succeeded = await AttemptAsync(rollUp.RunAsync, stopping);
                rest = RestAfter(succeeded ? clock.GetElapsedTime(last) : TimeSpan.Zero);
                await AttemptAsync(retention.TrimAsync, stopping);
            }
        }
    }

    private async Task<bool> AttemptAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
            return true;
        }
        catch (Exception fault) when (fault is StorageBusyException or DbUpdateException or DbException)
        {
            // What was not written is still pending.
            LogPostponed(fault);
            return false;
        }
    }

    [LoggerMessage(2, LogLevel.Information, "Stopped before all usage was rolled up; the next start goes on with it")]
    private partial void LogLeft();

    [LoggerMessage(1, LogLevel.Warning, "Could not write usage down; trying again")]
    private partial void LogPostponed(Exception fault);
}
