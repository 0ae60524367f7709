using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>Blocks that an earlier process wrote and did not finish counting.</summary>
public sealed partial class RollUpRecovery(ConsoleStore store, IOptions<UsageOptions> settings, ILogger<RollUpRecovery> logger)
{
    /// <summary>
    /// The next of these blocks, as one count; null when there are none. First all of the roll-up that was interrupted, and only these: rows may
    /// count through its last block, and a block beyond it would be lost to them. Then as many as memory has room for.
    /// </summary>
    /// <param name="first">The first block of this process.</param>
    internal async Task<RollUp?> NextAsync(long first, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var done = await EventLogWriter.RolledUpThroughAsync(db, cancellation);
        var interrupted = await EventLogWriter.RollingUpThroughAsync(db, cancellation);
        var (last, room) = interrupted > done ? (interrupted, int.MaxValue) : (first - 1, settings.Value.MaxGatheredCounts);
        var (counter, through) = (new UsageCounter(), done);
        var blocks = db.UsageBlocks.Where(block => block.Id > done && block.Id <= last).OrderBy(block => block.Id);
        await using var reader = blocks.AsAsyncEnumerable().GetAsyncEnumerator(cancellation);
        while (counter.Count < room && await reader.MoveNextAsync())
        {
            counter.Add(Read(reader.Current));
            through = reader.Current.Id;
        }

        return through == done ? null : new(counter, through);
    }

    private UsageCounter Read(UsageBlock block)
    {
        try
        {
            return block.Read().Counter;
        }
        catch (InvalidDataException damaged)
        {
            // One unreadable second must not keep all later ones from being counted.
            LogUnreadable(block.Id, damaged);
            return new();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Block {Block} of the usage cannot be read; what it held is not counted")]
    private partial void LogUnreadable(long block, Exception fault);
}
