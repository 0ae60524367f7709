using System.Globalization;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage.Recording;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>
/// Counts blocks into the daily counts, each exactly once. A row remembers through which block it counts. Two metadata entries name the last block
/// that every row counts through, and the last one of the roll-up on its way. After a crash its blocks are counted again, as many at once as then,
/// and change only the rows that had not counted them.
/// </summary>
public sealed class UsageRollUp(ConsoleStore store, UsageBuffer pending, RollUpRecovery recovery, TimeProvider clock, IOptions<UsageOptions> settings)
{
    /// <summary>
    /// Beside verifications a write is followed by a rest so many times as long: whatever is in use, they keep all but a twentieth of one processor.
    /// </summary>
    private const int RestPerWrite = 20;

    /// <summary>Rolls up what is in blocks at the moment, what an earlier process left first. What cannot be written now stays pending.</summary>
    public Task RunAsync(CancellationToken cancellation) => RunAsync(atLeisure: false, cancellation);

    /// <summary>
    /// The same, with rests between writes. What an earlier process left is not seen by anybody until it is counted, and does not wait.
    /// </summary>
    public Task RunAtLeisureAsync(CancellationToken cancellation) => RunAsync(atLeisure: true, cancellation);

    /// <summary>How long to rest after a write that took so long: not at all when so much is gathered meanwhile that memory comes first.</summary>
    internal TimeSpan RestAfter(TimeSpan write)
    {
        var (rest, most) = (write * RestPerWrite, settings.Value.RollUpInterval);
        return pending.ShouldRollUp ? TimeSpan.Zero : rest < most ? rest : most;
    }

    private async Task RunAsync(bool atLeisure, CancellationToken cancellation)
    {
        while (await LeftAsync(cancellation) is { } left)
        {
            await FinishAsync(left, atLeisure: false, cancellation);
        }

        // Once: under load there is more by the time that it is written, and to go on with that would be to write without an end.
        if (pending.BeginRollUp() is { } gathered)
        {
            await FinishAsync(gathered, atLeisure, cancellation);
        }
    }

    // Until a first flush has found out where the earlier processes ended, there is nothing of this one either.
    private async Task<RollUp?> LeftAsync(CancellationToken cancellation) =>
        pending.Unfinished
        ?? (pending.FirstBlock is { } first && await recovery.NextAsync(first, cancellation) is { } left ? pending.BeginRollUp(left) : null);

    private async Task FinishAsync(RollUp rollUp, bool atLeisure, CancellationToken cancellation)
    {
        await RememberAsync(StoreMetadata.UsageRollingUpThrough, rollUp.Through, cancellation);

        // In the order of the tables: rows beside each other share pages, and each page of the transaction is written whole.
        foreach (var chunk in rollUp.Counter.Counts.OrderBy(count => count.Key.KeyRow).Chunk(settings.Value.RowsPerWrite))
        {
            await WriteAsync(db => AddAsync(db, chunk, rollUp.Through, cancellation), atLeisure, cancellation);
        }

        foreach (var chunk in rollUp.Counter.LastUses.OrderBy(use => use.KeyRow).Chunk(settings.Value.RowsPerWrite))
        {
            await WriteAsync(db => UseAsync(db, chunk, cancellation), atLeisure, cancellation);
        }

        await RememberAsync(StoreMetadata.UsageRolledUpThrough, rollUp.Through, cancellation);
        pending.RolledUp();
    }

    private async Task WriteAsync(Func<ConsoleDbContext, Task<Result<int>>> change, bool atLeisure, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        await store.WriteAsync(change, cancellation);
        if (atLeisure)
        {
            await Task.Delay(RestAfter(clock.GetElapsedTime(began)), clock, cancellation);
        }
    }

    private static async Task<Result<int>> AddAsync(
        ConsoleDbContext db, KeyValuePair<UsageDimensions, UsageCount>[] chunk, long through, CancellationToken cancellation)
    {
        await UsageStatements.AddAsync(db, chunk, through, cancellation);
        return chunk.Length;
    }

    private static async Task<Result<int>> UseAsync(ConsoleDbContext db, LastUse[] chunk, CancellationToken cancellation)
    {
        await UsageStatements.UseAsync(db, chunk, cancellation);
        return chunk.Length;
    }

    private Task<Result<int>> RememberAsync(string name, long block, CancellationToken cancellation) =>
        store.WriteAsync(db => RememberAsync(db, name, block, cancellation), cancellation);

    private static async Task<Result<int>> RememberAsync(ConsoleDbContext db, string name, long block, CancellationToken cancellation)
    {
        var entry = await db.Metadata.FindAsync([name], cancellation) ?? db.Metadata.Add(new() { Name = name, Value = "" }).Entity;
        entry.Value = block.ToString(CultureInfo.InvariantCulture);
        return await db.SaveChangesAsync(cancellation);
    }
}
