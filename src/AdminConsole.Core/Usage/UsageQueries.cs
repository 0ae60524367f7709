using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Usage;

/// <summary>What is known about the use of keys, up to this second. For single verifications see <see cref="UsageEvents"/>.</summary>
public sealed class UsageQueries(ConsoleStore store, UsageCounts counts)
{
    /// <summary>How a key's verifications ended, day by day.</summary>
    public async Task<Result<IReadOnlyList<DailyOutcome>>> OutcomesAsync(
        Actor actor, KeyTarget target, UsagePeriod period, CancellationToken cancellation)
    {
        var key = await FilterAsync(actor, target, cancellation);
        return key.Succeeded ? await OutcomesAsync(key.Value with { Period = period }, cancellation) : key.Failures;
    }

    /// <summary>Every address that the key was presented from, the latest first.</summary>
    public async Task<Result<IReadOnlyList<KeyAddress>>> AddressesAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        var key = await FilterAsync(actor, target, cancellation);
        return key.Succeeded ? await AddressesAsync(key.Value, cancellation) : key.Failures;
    }

    /// <summary>When the key was accepted for each scope, the latest first. Scopes that it has and that stand nowhere here were not used.</summary>
    public async Task<Result<IReadOnlyList<ScopeUse>>> ScopesAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        var key = await FilterAsync(actor, target, cancellation);
        if (!key.Succeeded)
        {
            return key.Failures;
        }

        var sums = await counts.SumAsync(key.Value with { Code = DecisionCode.Valid }, row => row.Scopes, of => of.Scopes, cancellation);
        return sums
            .SelectMany(sum => ScopeSet.Parse(sum.Key), (sum, scope) => (Scope: scope, Count: sum.Value))
            .GroupBy(use => use.Scope, use => use.Count)
            .Select(uses => (Scope: uses.Key, Sum: uses.Aggregate((sum, count) => sum.Plus(count))))
            .Select(use => new ScopeUse(use.Scope, use.Sum.Count, use.Sum.FirstSeen, use.Sum.LastSeen))
            .OrderByDescending(use => use.LastSeen)
            .ToList();
    }

    /// <summary>Who presented the key since it was revoked.</summary>
    public async Task<Result<UseAfterRevocation>> AfterRevocationAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        var key = await FilterAsync(actor, target, cancellation);
        if (!key.Succeeded)
        {
            return key.Failures;
        }

        var addresses = await AddressesAsync(key.Value with { Code = DecisionCode.Revoked }, cancellation);
        return new UseAfterRevocation(
            addresses.Sum(address => address.Refused), addresses.Max(address => (DateTimeOffset?)address.LastSeen), addresses);
    }

    private async Task<Result<UsageFilter>> FilterAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var row = await UsageAccess.KeyRowAsync(db, actor, target, cancellation);
        return row.Succeeded ? new UsageFilter(target.OrganizationId, UsagePeriod.Always) { KeyRows = [row.Value] } : row.Failures;
    }

    private async Task<List<DailyOutcome>> OutcomesAsync(UsageFilter filter, CancellationToken cancellation)
    {
        var sums = await counts.SumAsync(filter, row => new { row.Day, row.Code }, of => new { of.Day, of.Code }, cancellation);
        return
        [
            .. sums
                .Select(sum => new DailyOutcome(sum.Key.Day, sum.Key.Code, sum.Value.Count))
                .OrderBy(outcome => outcome.Day)
                .ThenBy(outcome => outcome.Code),
        ];
    }

    private async Task<List<KeyAddress>> AddressesAsync(UsageFilter filter, CancellationToken cancellation)
    {
        var sums = await counts.SumAsync(
            filter,
            row => new { row.Address, Allowed = row.Code == DecisionCode.Valid },
            dimensions => new { dimensions.Address, Allowed = dimensions.Code == DecisionCode.Valid },
            cancellation);
        return [.. sums.GroupBy(sum => sum.Key.Address).Select(ofAddress => Address(
            ofAddress.Key,
            ofAddress.FirstOrDefault(sum => sum.Key.Allowed).Value,
            ofAddress.FirstOrDefault(sum => !sum.Key.Allowed).Value)).OrderByDescending(address => address.LastSeen)];
    }

    private static KeyAddress Address(string address, UsageCount allowed, UsageCount refused)
    {
        var all = allowed.Plus(refused);
        return new(address.Length == 0 ? null : address, allowed.Count, refused.Count, all.FirstSeen, all.LastSeen);
    }
}
