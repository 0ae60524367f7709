using System.Runtime.CompilerServices;
using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage;

/// <summary>A block that was looked at, with its content when it may hold what is looked for.</summary>
internal readonly record struct ScannedBlock(long Id, DateTimeOffset FirstAt, EventBatch? Batch);

/// <summary>Reads blocks, the newest first, and the content only of those that hold the key.</summary>
internal sealed class BlockScan(ConsoleDbContext db, long? keyRow)
{
    private const int BlocksPerRead = 200;
    private const int BytesPerRead = 4 * 1024 * 1024;

    public async IAsyncEnumerable<ScannedBlock> NewestFirstAsync(
        long before, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Heading> headings;
        do
        {
            headings = await HeadingsAsync(before, cancellation);
            foreach (var some in InParts(headings))
            {
                var wanted = some.Where(block => block.LastAt >= since && (keyRow is null || KeyRowList.Contains(block.KeyRows, keyRow.Value)));
                var contents = await ContentsAsync([.. wanted.Select(block => block.Id)], cancellation);
                foreach (var block in some)
                {
                    yield return new(block.Id, block.FirstAt, contents.GetValueOrDefault(block.Id));
                    before = block.Id;
                }
            }
        }

        // Blocks come one flush after the other: when none of these is new enough, none before them is.
        while (headings.Count == BlocksPerRead && headings.Exists(block => block.LastAt >= since));
    }

    /// <summary>The content of a block; null when it is gone, or cannot be read.</summary>
    public async Task<EventBatch?> ReadAsync(long id, CancellationToken cancellation) =>
        (await ContentsAsync([id], cancellation)).GetValueOrDefault(id);

    private Task<List<Heading>> HeadingsAsync(long before, CancellationToken cancellation) => db.UsageBlocks
        .Where(block => block.Id < before)
        .OrderByDescending(block => block.Id)
        .Take(BlocksPerRead)
        .Select(block => new Heading(block.Id, block.FirstAt, block.LastAt, block.Size, block.KeyRows))
        .ToListAsync(cancellation);

    /// <summary>So many blocks at a time as may be held in memory: at least one.</summary>
    private static IEnumerable<List<Heading>> InParts(List<Heading> headings)
    {
        List<Heading> part = [];
        foreach (var heading in headings)
        {
            part.Add(heading);
            if (part.Sum(block => (long)block.Size) >= BytesPerRead)
            {
                yield return part;
                part = [];
            }
        }

        yield return part;
    }

    private async Task<Dictionary<long, EventBatch?>> ContentsAsync(List<long> ids, CancellationToken cancellation)
    {
        var blocks = ids.Count == 0 ? [] : await db.UsageBlocks.Where(block => ids.Contains(block.Id)).ToListAsync(cancellation);
        return blocks.ToDictionary(block => block.Id, TryRead);
    }

    private static EventBatch? TryRead(UsageBlock block)
    {
        try
        {
            return block.Read();
        }
        catch (InvalidDataException)
        {
            // Reported when it was to be counted.
            return null;
        }
    }

    private sealed record Heading(long Id, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Size, byte[] KeyRows);
}
