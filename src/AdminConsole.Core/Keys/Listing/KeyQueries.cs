using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.History;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>Lists keys, and shows one of them with its history.</summary>
public sealed class KeyQueries(ConsoleStore store, KeyDetailsQueries detailsQueries, UsageBuffer usage, TimeProvider clock)
{
    public Task<Result<KeyPage>> ListAsync(Actor actor, KeyQuery query, CancellationToken cancellation) =>
        ListAsync(actor, query, (db, cursor, warning) => PageAsync(db, query, cursor, clock.Now(), warning, cancellation), cancellation);

    /// <summary>The same list with all that may be shown of each key.</summary>
    public Task<Result<KeyDetailsList>> ListDetailsAsync(Actor actor, KeyQuery query, CancellationToken cancellation) => ListAsync(
        actor,
        query,
        async (db, cursor, warning) => await WithDetailsAsync(
            db, query.OrganizationId, await PageOfRowsAsync(db, query, cursor, clock.Now(), warning, cancellation), cancellation),
        cancellation);

    /// <summary>The same for every key that matches, on whichever page, as of one moment.</summary>
    public Task<Result<IReadOnlyList<KeyDetails>>> ListAllDetailsAsync(Actor actor, KeyQuery query, CancellationToken cancellation) =>
        ListAsync(actor, query, (db, _, warning) => AllAsync(db, query, warning, cancellation), cancellation);

    public async Task<Result<KeyDetails>> GetAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var key = await Find(db, target).SingleOrDefaultAsync(cancellation);
        return key is null ? KeyFailures.NotFound : (await detailsQueries.ReadAsync(db, target.OrganizationId, [key], cancellation))[0];
    }

    /// <summary>Every version of the key, the newest first, at most <paramref name="limit"/>.</summary>
    public async Task<Result<IReadOnlyList<KeyVersion>>> HistoryAsync(Actor actor, KeyTarget target, int limit, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        if (!await Find(db, target).AnyAsync(cancellation))
        {
            return KeyFailures.NotFound;
        }

        // One more than asked for: the oldest one shown is compared with the one before it.
        var versions = await db.PolicyVersions
            .Where(version => version.KeyId == target.KeyId)
            .OrderByDescending(version => version.Version)
            .Take(limit + 1)
            .ToListAsync(cancellation);
        return WithChanges(versions).Take(limit).ToList();
    }

    private async Task<Result<T>> ListAsync<T>(
        Actor actor, KeyQuery query, Func<ConsoleDbContext, KeyCursor?, TimeSpan, Task<T>> read, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, query.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        var cursor = query.Cursor is null ? null : KeyCursor.Parse(query.Cursor, query);
        if (KeyQueryCheck.Faults(query, cursor) is { Count: > 0 } faults)
        {
            return faults;
        }

        // A page and its count are read one after the other: without a snapshot they could be of two versions.
        await using var db = store.CreateDbContext();
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var warning = await ExpiryWarning.OfAsync(db, query.OrganizationId, cancellation);
        return warning is null ? KeyFailures.OrganizationNotFound : await read(db, cursor, warning.Value);
    }

    // Page by page, each would be counted and looked for anew: thousands of keys took seconds.
    private async Task<IReadOnlyList<KeyDetails>> AllAsync(ConsoleDbContext db, KeyQuery query, TimeSpan warning, CancellationToken cancellation)
    {
        var keys = await db.ApiKeys
            .Matching(query, clock.Now(), warning)
            .OwnedBy(query, db.Owners)
            .InOrder(query.Sort, query.Descending)
            .ToListAsync(cancellation);
        return await detailsQueries.ReadAsync(db, query.OrganizationId, keys, cancellation);
    }

    private async Task<KeyDetailsList> WithDetailsAsync(
        ConsoleDbContext db, Id<Organization> organization, KeyPage page, CancellationToken cancellation)
    {
        var ids = page.Keys.Select(key => key.Id).ToList();
        var keys = await db.ApiKeys.Where(key => key.OrganizationId == organization && ids.Contains(key.Id)).ToListAsync(cancellation);
        var details = (await detailsQueries.ReadAsync(db, organization, keys, cancellation)).ToDictionary(key => key.Id);
        return new([.. ids.Select(id => details[id])], page.Next, page.Previous, page.Total);
    }

    private static IQueryable<ApiKey> Find(ConsoleDbContext db, KeyTarget target) =>
        db.ApiKeys.Where(key => key.OrganizationId == target.OrganizationId && key.Id == target.KeyId);

    private static IEnumerable<KeyVersion> WithChanges(List<PolicyVersion> newestFirst)
    {
        var snapshots = newestFirst.Select(version => KeyDocument.Read(version.Document)).ToList();
        return newestFirst.Select((version, index) => new KeyVersion(
            version.Version,
            version.At,
            version.By,
            version.Action,
            snapshots[index].Settings,
            KeySnapshot.Changes(snapshots.ElementAtOrDefault(index + 1), snapshots[index])));
    }

    private async Task<KeyPage> PageAsync(
        ConsoleDbContext db, KeyQuery query, KeyCursor? cursor, DateTimeOffset now, TimeSpan warning, CancellationToken cancellation)
    {
        var page = await PageOfRowsAsync(db, query, cursor, now, warning, cancellation);
        return page with { Keys = WithPendingUse(query, page.Keys) };
    }

    /// <summary>The page without uses that are not written down yet.</summary>
    private static async Task<KeyPage> PageOfRowsAsync(
        ConsoleDbContext db, KeyQuery query, KeyCursor? cursor, DateTimeOffset now, TimeSpan warning, CancellationToken cancellation)
    {
        var matching = db.ApiKeys.Matching(query, now, warning).OwnedBy(query, db.Owners);
        var total = query.CountUpTo == 0 ? 0 : await matching.Select(key => key.Row).Take(query.CountUpTo).CountAsync(cancellation);

        // A page that lies before the cursor is read in the opposite order and turned round.
        var backwards = cursor is { Backwards: true };
        var descending = query.Descending != backwards;
        var cut = cursor is null ? matching : matching.Behind(cursor, descending);
        var keys = await cut
            .InOrder(query.Sort, descending)
            .Skip(query.Offset)
            .Take(query.Limit + 1)
            .Summaries(db, now, warning)
            .ToListAsync(cancellation);
        var hasMore = keys.Count > query.Limit;
        var page = keys.Take(query.Limit).ToList();
        if (backwards)
        {
            page.Reverse();
        }

        var hasNext = backwards || hasMore;
        var hasPrevious = backwards ? hasMore : cursor is not null;
        return new(
            page,
            hasNext && page.Count > 0 ? KeyCursor.At(page[^1], query, backwards: false).ToString() : null,
            hasPrevious && page.Count > 0 ? KeyCursor.At(page[0], query, backwards: true).ToString() : null,
            total);
    }

    /// <summary>The cursors keep to what is written: that is what the list is sorted by.</summary>
    private IReadOnlyList<KeySummary> WithPendingUse(KeyQuery query, IReadOnlyList<KeySummary> page)
    {
        if (query is { Sort: KeySort.LastUsed, AlwaysLatestUse: false, UnusedForDays: null })
        {
            return page;
        }

        // Nobody may take a key for unused that was used a second ago.
        var pending = usage.LastUsesOf(page.Select(key => key.Row));
        return [.. page.Where(key => query.UnusedForDays is null || pending[key.Row] is null).Select(key => key.Used(pending[key.Row]))];
    }
}
