using AdminConsole.Core.Data;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>Deletes usage that is too old, or too much, in steps so small that other writes hardly wait.</summary>
public sealed class UsageRetention(ConsoleStore store, TimeProvider clock, IOptions<UsageOptions> settings)
{
    private const int BlocksPerStep = 50;
    private const int CountsPerStep = 1000;

    private readonly UsageOptions _settings = settings.Value;

    public async Task TrimAsync(CancellationToken cancellation)
    {
        await RepeatAsync(DeleteOldBlocksAsync, BlocksPerStep, cancellation);
        await RepeatAsync(DeleteExcessBlocksAsync, BlocksPerStep, cancellation);
        await RepeatAsync(DeleteOldCountsAsync, CountsPerStep, cancellation);
    }

    private async Task RepeatAsync(
        Func<ConsoleDbContext, CancellationToken, Task<int>> step, int fullStep, CancellationToken cancellation)
    {
        int deleted;
        do
        {
            deleted = (await store.WriteAsync<int>(async db => await step(db, cancellation), cancellation)).Value;
        }
        while (deleted == fullStep);
    }

    private async Task<int> DeleteOldBlocksAsync(ConsoleDbContext db, CancellationToken cancellation)
    {
        var oldest = clock.Now() - TimeSpan.FromHours(_settings.EventHours);
        var counted = await CountedAsync(db, cancellation);
        return await counted
            .Where(block => block.LastAt < oldest)
            .OrderBy(block => block.LastAt)
            .Take(BlocksPerStep)
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> DeleteExcessBlocksAsync(ConsoleDbContext db, CancellationToken cancellation)
    {
        var excess = await db.UsageBlocks.SumAsync(block => (long)block.Size, cancellation) - _settings.EventMaxBytes;
        if (excess <= 0)
        {
            return 0;
        }

        var counted = await CountedAsync(db, cancellation);
        var sizes = await counted
            .OrderBy(block => block.Id)
            .Take(BlocksPerStep)
            .Select(block => new { block.Id, block.Size })
            .ToListAsync(cancellation);
        List<long> ids = [];
        foreach (var block in sizes)
        {
            if (excess > 0)
            {
                ids.Add(block.Id);
                excess -= block.Size;
            }
        }

        return await db.UsageBlocks.Where(block => ids.Contains(block.Id)).ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> DeleteOldCountsAsync(ConsoleDbContext db, CancellationToken cancellation)
    {
        var oldest = DateOnly.FromDateTime(clock.Now().UtcDateTime).AddDays(-_settings.DailyCountDays);
        return await db.DailyCounts
            .Where(daily => daily.Day < oldest)
            .OrderBy(daily => daily.Day)
            .Take(CountsPerStep)
            .ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The blocks whose events are in the daily counts; the others are the only place where those are.</summary>
    private static async Task<IQueryable<UsageBlock>> CountedAsync(ConsoleDbContext db, CancellationToken cancellation)
    {
        var through = await EventLogWriter.RolledUpThroughAsync(db, cancellation);
        return db.UsageBlocks.Where(block => block.Id <= through);
    }
}
