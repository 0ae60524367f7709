using System.Globalization;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>Writes down what was recorded, one block at a time: what is in a block outlives a crash.</summary>
public sealed class EventLogWriter(ConsoleStore store, UsageBuffer pending) : IDisposable
{
    private const int MaxBlocks = 2;

    // Blocks may all have been deleted for their age: their numbers must not come again.
    private const string LastBlock = $"""
        SELECT COALESCE(MAX("Block"), 0)
        FROM (SELECT "Id" AS "Block" FROM "UsageBlocks"
              UNION ALL SELECT CAST("Value" AS INTEGER) FROM "Metadata" WHERE "Name" = '{StoreMetadata.UsageRolledUpThrough}')
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Writes down what is pending. What cannot be written now stays pending, and is written once. Callers take turns.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await WritePendingAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The last block that is wholly counted in the daily counts.</summary>
    internal static Task<long> RolledUpThroughAsync(ConsoleDbContext db, CancellationToken cancellation) =>
        BlockAsync(db, StoreMetadata.UsageRolledUpThrough, cancellation);

    /// <summary>The last block of the roll-up that was begun last.</summary>
    internal static Task<long> RollingUpThroughAsync(ConsoleDbContext db, CancellationToken cancellation) =>
        BlockAsync(db, StoreMetadata.UsageRollingUpThrough, cancellation);

    private async Task WritePendingAsync(CancellationToken cancellation)
    {
        if (pending.FirstBlock is null)
        {
            pending.Start(await LastBlockAsync(cancellation));
        }

        // What an earlier attempt could not write has a block of its own: after it comes what was recorded since, or a stop would lose that.
        for (var blocks = 0; blocks < MaxBlocks && pending.Close() is var (number, batch); blocks++)
        {
            // Made before: changes of keys wait for whoever writes.
            var block = UsageBlock.Of(number, batch);
            await store.WriteAsync(db => AddAsync(db, block, cancellation), cancellation);
            pending.Written();
        }
    }

    private static async Task<long> BlockAsync(ConsoleDbContext db, string name, CancellationToken cancellation)
    {
        var value = await db.Metadata.Where(known => known.Name == name).Select(known => known.Value).SingleOrDefaultAsync(cancellation);
        return value is null ? 0 : long.Parse(value, CultureInfo.InvariantCulture);
    }

    private async Task<long> LastBlockAsync(CancellationToken cancellation)
    {
        await using var connection = await store.OpenReaderAsync(cancellation);
        return await connection.NumberAsync(LastBlock, cancellation);
    }

    private static async Task<Result<long>> AddAsync(ConsoleDbContext db, UsageBlock block, CancellationToken cancellation)
    {
        // A commit that was reported as failed may have taken place.
        if (!await db.UsageBlocks.AnyAsync(written => written.Id == block.Id, cancellation))
        {
            db.UsageBlocks.Add(block);
            await db.SaveChangesAsync(cancellation);
        }

        return block.Id;
    }
}
