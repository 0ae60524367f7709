using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage;

/// <summary>Single verifications, for as long as they are kept.</summary>
public sealed class UsageEvents(ConsoleStore store)
{
    public const int MaxLimit = 1000;

    /// <summary>Blocks looked at for one page: a key that is hardly used is searched for in several.</summary>
    private const int BlocksPerPage = 5000;

    private static readonly Failure NotFound = new(
        FailureKind.NotFound, "event.not_found", "There is no such event, or it is older than events are kept.");

    /// <summary>The key's events, the newest first.</summary>
    /// <param name="cursor">The <see cref="EventPage.Next"/> of the page before, or null for the first.</param>
    public async Task<Result<EventPage>> NewestAsync(Actor actor, KeyTarget target, string? cursor, int limit, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var row = await UsageAccess.KeyRowAsync(db, actor, target, cancellation);
        if (!row.Succeeded)
        {
            return row.Failures;
        }

        var before = new UsageEventId(long.MaxValue, 0);
        if (cursor is not null && !UsageEventId.TryParse(cursor, out before))
        {
            return PageFailures.Cursor;
        }

        return await PageAsync(new(db, row.Value), row.Value, before, Math.Clamp(limit, 1, MaxLimit), cancellation);
    }

    /// <summary>One event of the organization.</summary>
    public async Task<Result<RecordedEvent>> FindAsync(Actor actor, Id<Organization> organization, string id, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, organization) is { } refusal)
        {
            return refusal;
        }

        if (!UsageEventId.TryParse(id, out var parsed))
        {
            return NotFound;
        }

        await using var db = store.CreateDbContext();
        var batch = await new BlockScan(db, keyRow: null).ReadAsync(parsed.Block, cancellation);
        return batch is not null && parsed.Place < batch.Events.Count && batch.Events[parsed.Place].OrganizationId == organization
            ? new RecordedEvent(parsed, batch.Events[parsed.Place])
            : NotFound;
    }

    private static async Task<EventPage> PageAsync(BlockScan scan, long keyRow, UsageEventId before, int limit, CancellationToken cancellation)
    {
        List<RecordedEvent> found = [];
        var scanned = 0;

        // Within the block of the cursor, only what stands before its place.
        var from = before.Place > 0 ? before.Block + 1 : before.Block;
        await foreach (var block in scan.NewestFirstAsync(from, DateTimeOffset.MinValue, cancellation))
        {
            var events = block.Batch?.Events ?? [];
            for (var place = (block.Id == before.Block ? Math.Min(before.Place, events.Count) : events.Count) - 1; place >= 0; place--)
            {
                if (events[place].KeyRow == keyRow)
                {
                    found.Add(new(new(block.Id, place), events[place]));
                }

                if (found.Count == limit)
                {
                    return new(found, new UsageEventId(block.Id, place).ToString());
                }
            }

            if (++scanned == BlocksPerPage)
            {
                return new(found, new UsageEventId(block.Id, 0).ToString());
            }
        }

        return new(found, Next: null);
    }
}
