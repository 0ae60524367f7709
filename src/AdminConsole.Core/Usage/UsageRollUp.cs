using System.Globalization;
using AdminConsole.Data;
using AdminConsole.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Usage;

/// <summary>
/// Counts blocks into the daily tuples, each exactly once: a row remembers through which block it counts, and a fact names
/// the last block that every row counts through. Blocks behind it are counted again after a crash, and change only the rows
/// that had not counted them.
/// </summary>
public sealed partial class UsageRollUp(ConsoleStore store, PendingUsage pending, IOptions<UsageSettings> settings, ILogger<UsageRollUp> logger)
{
    /// <summary>Rolls up everything that is in blocks, what an earlier process left first. What cannot be written now stays pending.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await NextAsync(cancellation) is { } rollUp)
        {
            foreach (var chunk in rollUp.Tally.Counts.Chunk(settings.Value.RowsPerWrite))
            {
                await store.WriteAsync(db => AddAsync(db, chunk, rollUp.Through, cancellation), cancellation);
            }

            foreach (var chunk in rollUp.Tally.LastUses.Chunk(settings.Value.RowsPerWrite))
            {
                await store.WriteAsync(db => UseAsync(db, chunk, cancellation), cancellation);
            }

            await store.WriteAsync(db => MoveOnAsync(db, rollUp.Through, cancellation), cancellation);
            pending.RolledUp();
        }
    }

    private async Task<RollUp?> NextAsync(CancellationToken cancellation) =>
        pending.Unfinished ?? await RecoverAsync(cancellation) ?? pending.BeginRollUp();

    /// <summary>
    /// The next block that an earlier process did not finish. One at a time: rows may count through any of them, so several
    /// blocks in one count could be counted twice.
    /// </summary>
    private async Task<RollUp?> RecoverAsync(CancellationToken cancellation)
    {
        // Until a first flush has found out where the earlier processes ended, there is nothing of this one either.
        if (pending.FirstBlock is not { } first)
        {
            return null;
        }

        await using var db = store.CreateDbContext();
        var done = await UsageJournal.RolledUpThroughAsync(db, cancellation);
        var block = await db.UsageBlocks
            .Where(block => block.Id > done && block.Id < first)
            .OrderBy(block => block.Id)
            .FirstOrDefaultAsync(cancellation);
        return block is null ? null : pending.BeginRollUp(new(Read(block), block.Id));
    }

    private UsageTally Read(UsageBlock block)
    {
        try
        {
            return block.Read().Tally;
        }
        catch (InvalidDataException damaged)
        {
            // One unreadable second must not keep all later ones from being counted.
            LogUnreadable(block.Id, damaged);
            return new();
        }
    }

    private static async Task<Result<int>> AddAsync(
        ConsoleDbContext db, KeyValuePair<UsageTuple, UsageCount>[] chunk, long through, CancellationToken cancellation)
    {
        await using var statements = new UsageStatements(db);
        foreach (var (tuple, count) in chunk)
        {
            await statements.AddAsync(tuple, count, through, cancellation);
        }

        return chunk.Length;
    }

    private static async Task<Result<int>> UseAsync(ConsoleDbContext db, LastUse[] chunk, CancellationToken cancellation)
    {
        await using var statements = new UsageStatements(db);
        foreach (var use in chunk)
        {
            await statements.UseAsync(use, cancellation);
        }

        return chunk.Length;
    }

    private static async Task<Result<int>> MoveOnAsync(ConsoleDbContext db, long through, CancellationToken cancellation)
    {
        var fact = await db.Facts.FindAsync([ConsoleFact.UsageRolledUpThrough], cancellation)
            ?? db.Facts.Add(new() { Name = ConsoleFact.UsageRolledUpThrough, Value = "" }).Entity;
        fact.Value = through.ToString(CultureInfo.InvariantCulture);
        return await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(1, LogLevel.Error, "Block {Block} of the usage cannot be read; what it held is not counted")]
    private partial void LogUnreadable(long block, Exception fault);
}
