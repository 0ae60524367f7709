using System.Runtime.InteropServices;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AdminConsole.Core.Demo;

/// <summary>
/// Has demo keys verified in the past. The policy of that time decides each use, which then takes the way of real ones.
/// So daily figures, last uses and single verifications agree. To be used before the console serves: the roll-up takes one caller at a time.
/// </summary>
public sealed class DemoUsage(
    ConsoleStore store, UsageRecorder recorder, EventLogWriter eventLog, UsageRollUp rollUp, IOptions<UsageOptions> settings, TimeProvider clock)
{
    public const int Days = 30;

    private const int Seed = 18;
    private const int UnknownSecretsPerDay = 5;
    private const int MinMicroseconds = 6;
    private const int MaxMicroseconds = 60;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task AddAsync(Id<Organization> organization, CancellationToken cancellation)
    {
        var now = clock.Now();
        var random = new Random(Seed);
        var keys = await KeysAsync(organization, now, cancellation);
        var caller = keys.Find(key => key.Name == DemoScenes.Gateway)?.Row ?? UsageEvent.NoKey;
        var traffics = new DemoTrafficPlanner(now, random);
        var uses = keys
            .SelectMany(key => traffics.Of(key) is { } traffic ? Uses(organization, key, traffic, random) : [])
            .Concat(UnknownSecrets(organization, now, random))
            .Select(use => use with { CallerRow = caller, LatencyMicroseconds = random.Next(MinMicroseconds, MaxMicroseconds) });
        await RecordAsync(uses, keys.Where(key => key.Kind is KeyKind.Management).Select(key => key.Row).ToHashSet(), now, cancellation);
    }

    private async Task<List<DemoUsedKey>> KeysAsync(Id<Organization> organization, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var keys = await db.ApiKeys.Where(key => key.OrganizationId == organization).OrderBy(key => key.Row).ToListAsync(cancellation);
        var versions = await db.PolicyVersions
            .Where(version => db.ApiKeys.Any(key => key.Id == version.KeyId && key.OrganizationId == organization))
            .OrderBy(version => version.Version)
            .ToListAsync(cancellation);
        var ofKeys = versions.ToLookup(version => version.KeyId);
        return keys.ConvertAll(key => DemoUsedKey.Of(key, [.. ofKeys[key.Id]], now));
    }

    /// <summary>Single events for as long as they are kept, an hour to a block; before that, and of management keys, counts alone.</summary>
    private async Task RecordAsync(IEnumerable<UsageEvent> uses, HashSet<long> managementKeys, DateTimeOffset now, CancellationToken cancellation)
    {
        var singleFrom = now.AddHours(-settings.Value.EventHours);
        List<UsageEvent> single = [];
        foreach (var use in uses)
        {
            if (use.At < singleFrom || managementKeys.Contains(use.KeyRow))
            {
                recorder.Count(use);
            }
            else
            {
                single.Add(use);
            }
        }

        await eventLog.FlushAsync(cancellation);
        foreach (var hour in single.GroupBy(use => (use.At - singleFrom).Ticks / Hour.Ticks).OrderBy(hour => hour.Key))
        {
            foreach (var use in hour)
            {
                recorder.Record(use);
            }

            await eventLog.FlushAsync(cancellation);
        }

        await rollUp.RunAsync(cancellation);
    }

    private static IEnumerable<UsageEvent> Uses(Id<Organization> organization, DemoUsedKey key, DemoTraffic traffic, Random random)
    {
        var from = traffic.From > key.CreatedAt ? traffic.From : key.CreatedAt;
        Dictionary<ClientAddress, int> passed = [];
        for (var hour = from; hour < traffic.Until; hour += Hour)
        {
            passed.Clear();
            foreach (var at in Moments(hour, traffic, random))
            {
                var request = traffic.Ask(at, random);
                ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(passed, request.ClientIp!.Value, out _);
                var decision = PolicyEvaluator.Evaluate(key.PolicyAt(at), request with { VerificationsThisHour = before }, at);
                before += decision.Allowed ? 1 : 0;
                yield return UsageEvent.Of(organization, key.Row, request, decision, at);
            }
        }
    }

    /// <summary>In order, within an hour, and not after the end of the traffic.</summary>
    private static IEnumerable<DateTimeOffset> Moments(DateTimeOffset hour, DemoTraffic traffic, Random random)
    {
        var length = traffic.Until - hour < Hour ? traffic.Until - hour : Hour;
        var count = (int)(traffic.Within(hour) * (length / Hour) + random.NextDouble());
        return Enumerable.Range(0, count).Select(_ => (hour + length * random.NextDouble()).ToMilliseconds()).Order();
    }

    private static IEnumerable<UsageEvent> UnknownSecrets(Id<Organization> organization, DateTimeOffset now, Random random) =>
        Enumerable.Range(0, Days * UnknownSecretsPerDay).Select(_ => UsageEvent.Of(
            organization, keyRow: null, new(), Decision.NotFound, now.AddDays(-Days * random.NextDouble()).ToMilliseconds()));
}
