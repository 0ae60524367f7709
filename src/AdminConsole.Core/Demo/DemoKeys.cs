using AdminConsole.Actors;
using AdminConsole.Auditing;
using AdminConsole.Data;
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
public sealed class DemoKeys(ConsoleStore store, KeyRecords records, SecretHasher hasher, TimeProvider clock)
{
    private const int Batch = 500;
    private const int Seed = 20_26;

    private static readonly Actor[] Issuers = [.. new[] { "Amir Haddad", "Olivia Marsh", "Terraform" }.Select((name, index) =>
        Actor.ForManagementKey(new(new Guid(index, 0, 0, new byte[8])), name, default, []))];

    /// <summary>Adds that many keys to the organization.</summary>
    public async Task AddAsync(Id<Organization> organization, int count, CancellationToken cancellation)
    {
        var random = new Random(Seed);
        foreach (var batch in Enumerable.Range(0, count).Chunk(Batch))
        {
            await store.WriteAsync(db => AddBatchAsync(db, organization, batch, count, random, cancellation), cancellation);
        }
    }

    private async Task<Result<int>> AddBatchAsync(
        ConsoleDbContext db, Id<Organization> organization, int[] batch, int count, Random random, CancellationToken cancellation)
    {
        var projects = await db.Projects.Where(project => project.OrganizationId == organization).Select(project => project.Id).ToListAsync(cancellation);
        var owners = await db.Owners.Where(owner => owner.OrganizationId == organization).Select(owner => owner.Id).ToListAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var index in batch)
        {
            Add(db, new Draft(organization, index, count, random, projects, owners));
        }

        return await db.SaveChangesAsync(cancellation);
    }

    private void Add(ConsoleDbContext db, Draft draft)
    {
        var now = clock.Now();

        // Rows count up in the order of creation: the list is sorted by them where it is sorted by that.
        var issuedAt = now - TimeSpan.FromDays(400) * (1 - (draft.Index + draft.Random.NextDouble()) / draft.Count);
        var secret = KeySecret.Generate(draft.Random.Next(5) == 0 ? SecretEnvironment.Test : SecretEnvironment.Live);
        var issuer = Pick(draft.Random, Issuers);
        var key = ApiKey.Issue(new(draft.Organization, new()), Settings(draft, issuedAt, now), secret, hasher.Hash(secret), issuer, issuedAt);
        db.ApiKeys.Add(key);
        records.Record(db, key, issuer, AuditActions.KeyIssued, before: null, issuedAt);
        Age(db, key, draft, issuedAt, now);
    }

    /// <summary>Revokes one in eight and disables one in sixteen, some time after they were issued.</summary>
    private void Age(ConsoleDbContext db, ApiKey key, Draft draft, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var changedAt = issuedAt + (now - issuedAt) * draft.Random.NextDouble();
        var actor = Pick(draft.Random, Issuers);
        switch (draft.Index % 16)
        {
            case 3 or 11:
                var reason = Pick(draft.Random, Enum.GetValues<RevocationReason>());
                var comment = reason is RevocationReason.Other ? "Replaced during the move to the new gateway" : null;
                Change(db, key, actor, AuditActions.KeyRevoked, changedAt, () => key.Revoke(new(new(key.OrganizationId, key.Id), reason, comment), actor, changedAt));
                break;
            case 7:
                Change(db, key, actor, AuditActions.KeyDisabled, changedAt, () => key.Enable(false));
                break;
        }
    }

    private void Change(ConsoleDbContext db, ApiKey key, Actor actor, string action, DateTimeOffset at, Action change)
    {
        var before = History.KeySnapshot.Of(key);
        change();
        key.Stamp(actor, at);
        records.Record(db, key, actor, action, before, at);
    }

    private static KeySettings Settings(Draft draft, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var random = draft.Random;
        return new()
        {
            Name = $"{Pick(random, DemoWords.Services)}-{Pick(random, DemoWords.Purposes)}-{Pick(random, DemoWords.Regions)}",
            Description = random.Next(3) == 0 ? "" : $"Used by the {Pick(random, DemoWords.Services)} service; ask {Pick(random, DemoWords.Owners).Name} before changing it.",
            OwnerId = random.Next(6) == 0 || draft.Owners.Count == 0 ? null : Pick(random, draft.Owners),
            ProjectIds = random.Next(2) == 0 || draft.Projects.Count == 0 ? [] : Some(random, draft.Projects, 2),
            Scopes = Some(random, [.. DemoWords.Scopes.Select(scope => scope.Name)], 5),
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

    /// <summary>What a demo key is drafted from.</summary>
    private sealed record Draft(
        Id<Organization> Organization, int Index, int Count, Random Random, IReadOnlyList<Id<Project>> Projects, IReadOnlyList<Id<Owner>> Owners);
}
