using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
using AdminConsole.History;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Owners;
using AdminConsole.Policies;
using AdminConsole.Projects;
using AdminConsole.Results;
using AdminConsole.Secrets;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Demo;

/// <summary>
/// Makes realistic keys, in every status and with a past, whose secrets nobody ever sees. The same organization gets the same
/// kinds of keys each time; only ids and secrets differ.
/// </summary>
public sealed class DemoKeys(ConsoleStore store, KeyRecords records, SecretHasher hasher, SqliteCheckpoints checkpoints, TimeProvider clock)
{
    // A larger transaction writes each page of an index less often.
    private const int Batch = 10_000;
    private const int Seed = 20_26;

    private static readonly Actor[] Issuers = [.. new[] { "Amir Haddad", "Olivia Marsh", "Terraform" }.Select((name, index) =>
        Actor.ForManagementKey(new(new Guid(index, 0, 0, new byte[8])), name, default, []))];

    private static readonly IReadOnlyList<string> Scopes = [.. DemoWords.Scopes.Select(scope => scope.Name)];

    /// <summary>Adds that many keys to the organization.</summary>
    public async Task AddAsync(Id<Organization> organization, int count, CancellationToken cancellation)
    {
        var plan = await PlanAsync(organization, count, cancellation);
        var batches = Enumerable.Range(0, count).Chunk(Batch).ToList();

        // One batch is made while the one before it is written.
        var made = Task.FromResult<IReadOnlyList<DemoKey>>([]);
        foreach (var batch in batches)
        {
            var before = await made;
            made = Task.Run(() => Make(plan, batch), cancellation);
            await WriteAsync(before, cancellation);
        }

        await WriteAsync(await made, cancellation);
    }

    private async Task<Plan> PlanAsync(Id<Organization> organization, int count, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        return new(
            organization,
            count,
            new(Seed),
            await db.Projects.Where(project => project.OrganizationId == organization).Select(project => project.Id).ToListAsync(cancellation),
            await db.Owners.Where(owner => owner.OrganizationId == organization).Select(owner => owner.Id).ToListAsync(cancellation));
    }

    private async Task WriteAsync(IReadOnlyList<DemoKey> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await store.WriteAsync(db => Task.FromResult(Write(db, keys)), cancellation);
        await checkpoints.CatchUpAsync(cancellation);
    }

    private static Result<int> Write(ConsoleDbContext db, IReadOnlyList<DemoKey> keys)
    {
        using var rows = RowInserter.For<ApiKey>(db);
        using var versions = RowInserter.For<PolicyVersion>(db);
        using var entries = RowInserter.For<AuditEntry>(db);
        foreach (var (key, past) in keys)
        {
            rows.Insert(key);
            foreach (var record in past)
            {
                versions.Insert(record.Version);
                entries.Insert(record.Entry);
            }
        }

        return keys.Count;
    }

    private IReadOnlyList<DemoKey> Make(Plan plan, int[] batch) => [.. batch.Select(index => Make(new Draft(plan, index)))];

    private DemoKey Make(Draft draft)
    {
        var now = clock.Now();

        // Rows count up in the order of creation: the list is sorted by them where it is sorted by that.
        var issuedAt = (now - TimeSpan.FromDays(400) * (1 - (draft.Index + draft.Random.NextDouble()) / draft.Plan.Count)).ToMilliseconds();
        var format = SecretFormat.Native(draft.Random.Next(5) == 0 ? SecretEnvironment.Test : SecretEnvironment.Live);
        var minted = MintedSecret.For(Id<ApiKey>.New(issuedAt), format, hasher);
        var issuer = Pick(draft.Random, Issuers);
        var key = ApiKey.Issue(new(draft.Plan.Organization, new()), Settings(draft, issuedAt, now), minted, issuer, issuedAt);
        var made = new DemoKey(key, [records.RecordOf(key, issuer, AuditActions.KeyIssued, before: null, issuedAt)]);
        Age(made, draft, issuedAt, now);
        return made;
    }

    /// <summary>Revokes one in eight and disables one in sixteen, some time after they were issued.</summary>
    private void Age(DemoKey made, Draft draft, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var key = made.Key;
        var changedAt = (issuedAt + (now - issuedAt) * draft.Random.NextDouble()).ToMilliseconds();
        var actor = Pick(draft.Random, Issuers);
        switch (draft.Index % 16)
        {
            case 3 or 11:
                var reason = Pick(draft.Random, Enum.GetValues<RevocationReason>());
                var comment = reason is RevocationReason.Other ? "Replaced during the move to the new gateway" : null;
                Change(made, actor, AuditActions.KeyRevoked, changedAt, () => key.Revoke(new(new(key.OrganizationId, key.Id), reason, comment), actor, changedAt));
                break;
            case 7:
                Change(made, actor, AuditActions.KeyDisabled, changedAt, () => key.Enable(false));
                break;
        }
    }

    private void Change(DemoKey made, Actor actor, string action, DateTimeOffset at, Action change)
    {
        var before = KeySnapshot.Of(made.Key);
        change();
        made.Key.Stamp(actor, at);
        made.Past.Add(records.RecordOf(made.Key, actor, action, before, at));
    }

    private static KeySettings Settings(Draft draft, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var random = draft.Random;
        return new()
        {
            Name = $"{Pick(random, DemoWords.Services)}-{Pick(random, DemoWords.Purposes)}-{Pick(random, DemoWords.Regions)}",
            Description = random.Next(3) == 0 ? "" : $"Used by the {Pick(random, DemoWords.Services)} service; ask {Pick(random, DemoWords.Owners).Name} before changing it.",
            OwnerId = random.Next(6) == 0 || draft.Plan.Owners.Count == 0 ? null : Pick(random, draft.Plan.Owners),
            ProjectIds = random.Next(2) == 0 || draft.Plan.Projects.Count == 0 ? [] : Some(random, draft.Plan.Projects, 2),
            Scopes = Some(random, Scopes, 5),
            AllowedCidrs = random.Next(3) == 0 ? [] : Some(random, DemoWords.Networks, 3),
            BlockedCidrs = random.Next(5) == 0 ? Some(random, DemoWords.BlockedNetworks, 2) : [],
            Resources = random.Next(8) == 0 ? ["docs_*", "products"] : [],
            Referrers = random.Next(10) == 0 ? ["*.example.com"] : [],
            Limits = random.Next(6) == 0 ? new(1000, 50, null) : KeyLimits.None,
            Claims = random.Next(8) == 0 ? "{\"plan\":\"pro\",\"region\":\"eu\"}" : null,
            Tags = random.Next(4) == 0 ? [] : Some(random, DemoWords.Tags, 3),
            StartsAt = draft.Index % 24 == 5 ? now.AddDays(random.Next(1, 30)) : null,
            ExpiresAt = Expiry(draft, issuedAt, now),
        };
    }

    private static DateTimeOffset? Expiry(Draft draft, DateTimeOffset issuedAt, DateTimeOffset now) => (draft.Index % 12) switch
    {
        0 => now.AddDays(draft.Random.Next(1, 13)),
        1 => issuedAt + (now - issuedAt) * 0.8,
        2 or 8 => null,
        _ => now.AddDays(draft.Random.Next(40, 365)),
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static List<T> Some<T>(Random random, IReadOnlyList<T> from, int atMost) =>
        [.. Enumerable.Range(0, random.Next(1, atMost + 1)).Select(_ => Pick(random, from)).Distinct()];

    /// <summary>What all the keys of one run are drafted from.</summary>
    private sealed record Plan(
        Id<Organization> Organization, int Count, Random Random, IReadOnlyList<Id<Project>> Projects, IReadOnlyList<Id<Owner>> Owners);

    /// <summary>What one key is drafted from.</summary>
    private sealed record Draft(Plan Plan, int Index)
    {
        public Random Random => Plan.Random;
    }

    /// <summary>A key, and its past.</summary>
    private sealed record DemoKey(ApiKey Key, List<KeyRecord> Past);
}
