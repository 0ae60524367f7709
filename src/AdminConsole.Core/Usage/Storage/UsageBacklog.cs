using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>Blocks that an earlier process wrote and did not finish counting.</summary>
public sealed partial class UsageBacklog(ConsoleStore store, IOptions<UsageSettings> settings, ILogger<UsageBacklog> logger)
{
    /// <summary>
    /// The next of these blocks, as one count; null when there are none. First all of the roll-up that was interrupted, and only these: rows may
    /// count through its last block, and a block beyond it would be lost to them. Then as many as memory has room for.
    /// </summary>
    /// <param name="first">The first block of this process.</param>
    internal async Task<RollUp?> NextAsync(long first, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var done = await UsageJournal.RolledUpThroughAsync(db, cancellation);
        var interrupted = await UsageJournal.RollingUpThroughAsync(db, cancellation);
        var (last, room) = interrupted > done ? (interrupted, int.MaxValue) : (first - 1, settings.Value.MaxGatheredTuples);
        var (tally, through) = (new UsageTally(), done);
        var blocks = db.UsageBlocks.Where(block => block.Id > done && block.Id <= last).OrderBy(block => block.Id);
        await using var reader = blocks.AsAsyncEnumerable().GetAsyncEnumerator(cancellation);
        while (tally.Count < room && await reader.MoveNextAsync())
        {
            tally.Add(Read(reader.Current));
            through = reader.Current.Id;
        }

        return through == done ? null : new(tally, through);
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

    [LoggerMessage(1, LogLevel.Error, "Block {Block} of the usage cannot be read; what it held is not counted")]
    private partial void LogUnreadable(long block, Exception fault);
}
