using AdminConsole.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>Reads what lists show of keys: their rows, and then what all of them list in one more query.</summary>
/// <remarks>
/// EF would ask for each list apart, with the whole page in it again, and make functions anew each time to put them together: most of what a list
/// cost.
/// </remarks>
internal static class KeySummaries
{
    private enum List
    {
        Scopes,
        AllowedCidrs,
        BlockedCidrs,
        Tags,
    }

    // Prepared once: to take it apart each time costs as much as to run it.
    private static readonly Func<ConsoleDbContext, long[], IAsyncEnumerable<Entry>> Entries = EF.CompileAsyncQuery(
        (ConsoleDbContext db, long[] rows) => db.ApiKeys
            .Where(key => rows.Contains(key.Row))
            .SelectMany(
                key => key.Scopes, (key, row) => new Entry { KeyRow = key.Row, List = List.Scopes, Position = row.Position, Value = row.Value })
            .Concat(db.ApiKeys.Where(key => rows.Contains(key.Row))
                .SelectMany(
                    key => key.Tags, (key, row) => new Entry { KeyRow = key.Row, List = List.Tags, Position = row.Position, Value = row.Value }))
            .Concat(db.ApiKeys.Where(key => rows.Contains(key.Row))
                .SelectMany(key => key.SourceIps, (key, row) => new Entry
                {
                    KeyRow = key.Row,
                    List = row.IsBlocked ? List.BlockedCidrs : List.AllowedCidrs,
                    Position = row.Position,
                    Value = row.Cidr,
                })));

    /// <summary>The keys without their lists.</summary>
    public static IQueryable<KeySummary> Summaries(
        this IQueryable<ApiKey> keys, ConsoleDbContext db, DateTimeOffset now, TimeSpan warning) => keys.Select(key => new KeySummary
        {
            Row = key.Row,
            Id = key.Id,
            Kind = key.Kind,
            Status = KeyStatuses.At(now, warning, key.RevokedAt, key.Enabled, key.StartsAt, key.ExpiresAt),
            Name = key.Name,
            Hint = key.Hint,
            OwnerName = db.Owners.Where(owner => owner.Id == key.OwnerId).Select(owner => owner.Name).FirstOrDefault(),
            CreatedByName = key.CreatedBy.Name,
            CreatedAt = key.CreatedAt,
            UpdatedAt = key.UpdatedAt,
            ExpiresAt = key.ExpiresAt,
            LastUsedAt = key.LastUse!.At,
        });

    public static async Task<IReadOnlyList<KeySummary>> WithListsAsync(
        ConsoleDbContext db, IReadOnlyList<KeySummary> keys, CancellationToken cancellation)
    {
        var rows = keys.Select(key => key.Row).ToArray();
        var entries = (await Entries(db, rows).ToListAsync(cancellation))
            .OrderBy(entry => entry.Position)
            .ToLookup(entry => (entry.KeyRow, entry.List), entry => entry.Value);
        return [.. keys.Select(key => key with
        {
            Scopes = [.. entries[(key.Row, List.Scopes)]],
            AllowedCidrs = [.. entries[(key.Row, List.AllowedCidrs)]],
            BlockedCidrs = [.. entries[(key.Row, List.BlockedCidrs)]],
            Tags = [.. entries[(key.Row, List.Tags)]],
        })];
    }

    /// <summary>One entry of one of a key's lists.</summary>
    private sealed class Entry
    {
        public required long KeyRow { get; init; }

        public required List List { get; init; }

        public required int Position { get; init; }

        public required string Value { get; init; }
    }
}
