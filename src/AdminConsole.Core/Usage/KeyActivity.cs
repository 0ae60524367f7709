using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage;

/// <summary>A key's verifications, however they ended, day by day in UTC.</summary>
/// <param name="FirstDay">The day of the first count.</param>
/// <param name="Counts">One for each day, the oldest first and today last.</param>
public sealed record DailyActivity(DateOnly FirstDay, IReadOnlyList<long> Counts)
{
    public long Total => Counts.Sum();
}

/// <summary>How much the keys of a page were used of late.</summary>
public sealed class KeyActivity(ConsoleStore store, UsageCounts counts, TimeProvider clock)
{
    public const int Days = 14;
    public const int MaxKeys = KeyQuery.MaxLimit;

    private static readonly Failure TooMany = Failure.Invalid("keys", "list.too_long", $"Ask for at most {MaxKeys} keys.");

    /// <summary>The last <see cref="Days"/> days of each of these keys. Keys that the organization does not have are left out.</summary>
    public async Task<Result<IReadOnlyDictionary<Id<ApiKey>, DailyActivity>>> OfKeysAsync(
        Actor actor, Id<Organization> organization, IReadOnlyCollection<Id<ApiKey>> keys, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, organization) is { } refusal)
        {
            return refusal;
        }

        if (keys.Count > MaxKeys)
        {
            return TooMany;
        }

        var rows = await RowsAsync(organization, keys, cancellation);
        var today = DateOnly.FromDateTime(clock.Now().UtcDateTime);
        var period = new UsagePeriod(today.AddDays(1 - Days), today);
        var sums = await counts.SumAsync(
            new(organization, period) { KeyRows = rows.Values },
            row => new { row.KeyRow, row.Day },
            dimensions => new { dimensions.KeyRow, dimensions.Day },
            cancellation);
        return rows.ToDictionary(key => key.Key, key => new DailyActivity(
            period.From,
            [.. Enumerable.Range(0, Days).Select(day => sums.GetValueOrDefault(new { KeyRow = key.Value, Day = period.From.AddDays(day) }).Count)]));
    }

    private async Task<Dictionary<Id<ApiKey>, long>> RowsAsync(
        Id<Organization> organization, IReadOnlyCollection<Id<ApiKey>> keys, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        return await db.ApiKeys
            .Where(key => key.OrganizationId == organization && keys.Contains(key.Id))
            .Select(key => new { key.Id, key.Row })
            .ToDictionaryAsync(key => key.Id, key => key.Row, cancellation);
    }
}
