using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Benchmarks.Data;

/// <summary>What a console that has ended has written down of its verifications.</summary>
internal static class CountedUses
{
    /// <summary>The uses that were allowed, of the keys that were asked about, in the daily figures.</summary>
    public static async Task<long> InAsync(string directory, CancellationToken cancellation)
    {
        await using var console = await CoreConsole.OpenAsync(directory, cancellation);

        // A console that was killed left blocks that its successor counts.
        await console.Get<EventLogWriter>().FlushAsync(cancellation);
        await console.Get<UsageRollUp>().RunAsync(cancellation);
        await using var db = console.Get<ConsoleStore>().CreateDbContext();
        return await db.DailyCounts
            .Where(daily => daily.Code == DecisionCode.Valid && db.ApiKeys.Any(key => key.Row == daily.KeyRow && key.Kind == KeyKind.Service))
            .SumAsync(daily => daily.Count, cancellation);
    }
}
