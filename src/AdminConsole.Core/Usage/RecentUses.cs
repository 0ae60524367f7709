using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage;

/// <summary>How much a key was used within the last 24 hours: what is to be known before it is revoked or disabled.</summary>
/// <param name="Since">What is counted from here on: 24 hours ago, or later when older events are not to be had one by one.</param>
/// <param name="Calls">Verifications, however they ended.</param>
/// <param name="Addresses">Different addresses that they came from.</param>
/// <param name="HasOtherAddresses">There were more addresses than were kept apart.</param>
public sealed record RecentUse(DateTimeOffset Since, long Calls, int Addresses, bool HasOtherAddresses)
{
    internal static RecentUse Of(DateTimeOffset since, IEnumerable<KeyValuePair<string, long>> counts)
    {
        var all = counts.ToList();
        var addresses = all.Select(count => count.Key).Where(address => address is not ("" or UsageDimensions.Other)).Distinct().Count();
        return new(since, all.Sum(count => count.Value), addresses, all.Exists(count => count.Key == UsageDimensions.Other));
    }
}

/// <summary>
/// Tells of the last 24 hours from the counts of today and yesterday. Only an address that was seen before and within them needs single events of
/// yesterday, which are looked at in a bounded number of blocks.
/// </summary>
public sealed class RecentUses(ConsoleStore store, UsageCounts counts, TimeProvider clock)
{
    private const int MaxBlocks = 2000;

    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <summary>For whoever may read or revoke the key.</summary>
    public async Task<Result<RecentUse>> OfKeyAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        var permission = actor.Can(Permission.RevokeKeys, target.OrganizationId) ? Permission.RevokeKeys : Permission.ReadKeys;
        await using var db = store.CreateDbContext();
        var row = await UsageAccess.KeyRowAsync(db, actor, permission, target, cancellation);
        if (!row.Succeeded)
        {
            return row.Failures;
        }

        var now = clock.Now();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var filter = new UsageFilter(target.OrganizationId, new(today.AddDays(-1), today)) { KeyRows = [row.Value] };
        var sums = await counts.SumAsync(filter, used => new { used.Day, used.Address }, used => new { used.Day, used.Address }, cancellation);
        var recent = sums.Where(sum => sum.Value.LastSeen >= now - Period).ToList();
        if (recent.TrueForAll(sum => sum.Value.FirstSeen >= now - Period))
        {
            return RecentUse.Of(now - Period, recent.Select(sum => KeyValuePair.Create(sum.Key.Address, sum.Value.Count)));
        }

        var yesterday = await YesterdayAsync(db, row.Value, now, cancellation);
        return RecentUse.Of(yesterday.Since, recent
            .Where(sum => sum.Key.Day == today)
            .Select(sum => KeyValuePair.Create(sum.Key.Address, sum.Value.Count))
            .Concat(yesterday.Counts));
    }

    /// <summary>The key's events of yesterday that are not older than 24 hours, by address, and from when on they are all there.</summary>
    private static async Task<(DateTimeOffset Since, Dictionary<string, long> Counts)> YesterdayAsync(
        ConsoleDbContext db, long keyRow, DateTimeOffset now, CancellationToken cancellation)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var oldest = await db.UsageBlocks.OrderBy(block => block.Id).Select(block => (DateTimeOffset?)block.FirstAt).FirstOrDefaultAsync(cancellation)
            ?? midnight;
        var since = Latest(now - Period, oldest < midnight ? oldest : midnight);
        Dictionary<string, long> counts = [];
        var scanned = 0;
        await foreach (var block in new BlockScan(db, keyRow).NewestFirstAsync(await BeforeAsync(db, midnight, cancellation), since, cancellation))
        {
            Count(block.Batch, keyRow, since, midnight, counts);
            if (++scanned == MaxBlocks)
            {
                return (Latest(since, block.FirstAt), counts);
            }
        }

        return (since, counts);
    }

    /// <summary>The number behind that of the last block with events of before the moment.</summary>
    private static async Task<long> BeforeAsync(ConsoleDbContext db, DateTimeOffset moment, CancellationToken cancellation) =>
        await db.UsageBlocks
            .Where(block => block.LastAt >= moment)
            .OrderBy(block => block.LastAt)
            .Select(block => (long?)block.Id)
            .FirstOrDefaultAsync(cancellation) is { } first ? first + 1 : long.MaxValue;

    private static void Count(EventBatch? batch, long keyRow, DateTimeOffset since, DateTimeOffset until, Dictionary<string, long> counts)
    {
        var uses = (batch?.Events ?? [])
            .Where(use => use.KeyRow == keyRow)
            .Select(use => KeyValuePair.Create(UsageDimensions.Of(use), UsageCount.One(use.At)));
        foreach (var (dimensions, count) in uses.Concat(batch?.Overflow.Counts.Where(count => count.Key.KeyRow == keyRow) ?? []))
        {
            if (count.FirstSeen >= since && count.FirstSeen < until)
            {
                counts[dimensions.Address] = counts.GetValueOrDefault(dimensions.Address) + count.Count;
            }
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
