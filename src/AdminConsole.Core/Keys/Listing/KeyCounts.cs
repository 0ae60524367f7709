using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Keys.Listing;

/// <summary>How many keys are in each tab of an organization's list, each counted as far as <see cref="CountedUpTo"/>.</summary>
public sealed record KeyTabCounts
{
    /// <summary>Where the console stops counting: a larger count is shown as "10,000+".</summary>
    public const int CountedUpTo = 10_000;

    public required int All { get; init; }

    public required int Active { get; init; }

    public required int Expiring { get; init; }

    public required int Unused { get; init; }

    public required int Disabled { get; init; }

    public required int Expired { get; init; }

    public required int Revoked { get; init; }

    public required int Management { get; init; }

    /// <summary>One more than <see cref="CountedUpTo"/> where there are more than that.</summary>
    public int this[KeyTab tab] => tab switch
    {
        KeyTab.Active => Active,
        KeyTab.Expiring => Expiring,
        KeyTab.Unused => Unused,
        KeyTab.Disabled => Disabled,
        KeyTab.Expired => Expired,
        KeyTab.Revoked => Revoked,
        KeyTab.Management => Management,
        _ => All,
    };
}

/// <summary>Counts the keys of each tab of the list.</summary>
public sealed class KeyCounts(ConsoleStore store, TimeProvider clock)
{
    public async Task<Result<KeyTabCounts>> CountTabsAsync(Actor actor, Id<Organization> organization, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, organization) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        var warning = await ExpiryWarning.OfAsync(db, organization, cancellation);
        return warning is null
            ? KeyFailures.OrganizationNotFound
            : await TabCounts(db, organization, clock.Now(), warning.Value).SingleAsync(cancellation);
    }

    /// <summary>One statement for all tabs, each of which is read off the index that was made for them.</summary>
    internal static IQueryable<KeyTabCounts> TabCounts(ConsoleDbContext db, Id<Organization> organization, DateTimeOffset now, TimeSpan warning)
    {
        var (all, active, expiring, unused) = (Rows(KeyTab.All), Rows(KeyTab.Active), Rows(KeyTab.Expiring), Rows(KeyTab.Unused));
        var (disabled, expired, revoked, management) = (Rows(KeyTab.Disabled), Rows(KeyTab.Expired), Rows(KeyTab.Revoked), Rows(KeyTab.Management));
        return db.Organizations.Where(row => row.Id == organization).Select(_ => new KeyTabCounts
        {
            All = all.Count(),
            Active = active.Count(),
            Expiring = expiring.Count(),
            Unused = unused.Count(),
            Disabled = disabled.Count(),
            Expired = expired.Count(),
            Revoked = revoked.Count(),
            Management = management.Count(),
        });

        IQueryable<long> Rows(KeyTab tab) => db.ApiKeys
            .Matching(tab.Narrow(new(organization)), now, warning)
            .Where(ApiKeyConfiguration.IsCounted)
            .Select(key => key.Row)
            .Take(KeyTabCounts.CountedUpTo + 1);
    }
}
