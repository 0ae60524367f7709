using System.Data.Common;
using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>Writes usage down in the background: blocks at each flush; now and then daily counts, and what is too old goes.</summary>
public sealed partial class UsageWriter(
    EventLogWriter eventLog,
    UsageRollUp rollUp,
    UsageRetention retention,
    UsageBuffer pending,
    IOptions<UsageOptions> settings,
    TimeProvider clock,
    ILogger<UsageWriter> logger) : BackgroundService
{
    /// <summary>The share of the flush interval between two writes: a crash in the midst of one loses what came since the one before began.</summary>
    private const double ShareBetweenFlushes = 0.75;

    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task? _stopped;

    /// <summary>The same stop for all who ask: a host may be stopped from two sides at once, and the roll-up takes one caller at a time.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _stopped ??= WriteRestAsync();
        }
    }

    // Side by side: a long roll-up must keep neither events from being written down nor old ones from going.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FlushAsync(stoppingToken), RollUpAsync(stoppingToken), TrimAsync(stoppingToken));

    private async Task WriteRestAsync()
    {
        // A limit of its own: a client that never ends its request uses up the host's, and the last second would be lost.
        using var limit = new CancellationTokenSource(MaxStop, clock);
        await base.StopAsync(limit.Token);
        try
        {
            await AttemptAsync(eventLog.FlushAsync, limit.Token);
            await AttemptAsync(rollUp.RunAsync, limit.Token);
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
            await AttemptAsync(eventLog.FlushAsync, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task RollUpAsync(CancellationToken stopping)
    {
        // At the first tick, for what an earlier process left. Then so long after the end of the one before: one of a million keys, with its rests,
        // takes longer than that, and the next would follow at once.
        long? last = null;
        using var timer = new PeriodicTimer(settings.Value.FlushInterval, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            if (last is not { } ended || clock.GetElapsedTime(ended) >= settings.Value.RollUpInterval || pending.ShouldRollUp)
            {
                await AttemptAsync(rollUp.RunAtLeisureAsync, stopping);
                last = clock.GetTimestamp();
            }
        }
    }

    private async Task TrimAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(settings.Value.RollUpInterval, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            await AttemptAsync(retention.TrimAsync, stopping);
        }
    }

    private async Task AttemptAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
        catch (Exception fault) when (fault is StorageBusyException or DbUpdateException or DbException)
        {
            // What was not written is still pending.
            LogPostponed(fault);
        }
    }

    [LoggerMessage(2, LogLevel.Information, "Stopped before all usage was rolled up; the next start goes on with it")]
    private partial void LogLeft();

    [LoggerMessage(1, LogLevel.Warning, "Could not write usage down; trying again")]
    private partial void LogPostponed(Exception fault);
}
