using System.Linq.Expressions;
using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage;

/// <summary>Sums of counts: those in the database and those still in memory, each once, also while a roll-up is on its way.</summary>
public sealed class UsageCounts(ConsoleStore store, UsageBuffer pending)
{
    /// <summary>Sums by some dimensions.</summary>
    /// <param name="by">The part, of a row; <paramref name="of"/> reads the same from the dimensions.</param>
    internal async Task<Dictionary<TPart, UsageCount>> SumAsync<TPart>(
        UsageFilter filter, Expression<Func<DailyCount, TPart>> by, Func<UsageDimensions, TPart> of, CancellationToken cancellation)
        where TPart : notnull
    {
        // First memory, then the database: what moves on in between is met in both, and told apart below.
        var inMemory = pending.Read(filter);
        var oldest = inMemory.Count == 0 ? long.MaxValue : inMemory.Min(count => count.Block);
        await using var db = store.CreateDbContext();
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var rows = filter.Among(db.DailyCounts);
        var settled = await SumAsync(rows.Where(row => row.ThroughBlock < oldest), by, cancellation);
        var recent = oldest == long.MaxValue ? [] : await rows.Where(row => row.ThroughBlock >= oldest).ToListAsync(cancellation);
        return Sum(settled.Concat(Once(recent, inMemory).Select(count => KeyValuePair.Create(of(count.Key), count.Value))));
    }

    private static Task<List<KeyValuePair<TPart, UsageCount>>> SumAsync<TPart>(
        IQueryable<DailyCount> rows, Expression<Func<DailyCount, TPart>> by, CancellationToken cancellation) => rows
        .GroupBy(by)
        .Select(group => new KeyValuePair<TPart, UsageCount>(
            group.Key, new UsageCount(group.Sum(row => row.Count), group.Min(row => row.FirstSeen), group.Max(row => row.LastSeen))))
        .ToListAsync(cancellation);

    /// <summary>The rows, and of what was in memory that which no row counts yet.</summary>
    private static IEnumerable<KeyValuePair<UsageDimensions, UsageCount>> Once(List<DailyCount> rows, List<PendingCount> inMemory)
    {
        var through = rows.ToDictionary(row => row.Dimensions, row => row.ThroughBlock);
        return rows.Select(row => KeyValuePair.Create(row.Dimensions, row.Counted)).Concat(inMemory
            .Where(count => through.GetValueOrDefault(count.Dimensions) < count.Block)
            .Select(count => KeyValuePair.Create(count.Dimensions, count.Count)));
    }

    private static Dictionary<TPart, UsageCount> Sum<TPart>(IEnumerable<KeyValuePair<TPart, UsageCount>> counts)
        where TPart : notnull
    {
        Dictionary<TPart, UsageCount> sums = [];
        foreach (var (part, count) in counts)
        {
            sums[part] = sums.GetValueOrDefault(part).Plus(count);
        }

        return sums;
    }
}
