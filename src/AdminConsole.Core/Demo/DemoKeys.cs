using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Demo;

/// <summary>
/// Makes realistic keys, in every status and with a past, whose secrets nobody ever sees. The same organization gets the same
/// kinds of keys each time; only ids and secrets differ.
/// </summary>
public sealed class DemoKeys(ConsoleStore store, KeyTransactions transactions, SecretHasher hasher, SqliteCheckpoints checkpoints, TimeProvider clock)
{
    private const int Batch = 1_000;
    private const int Seed = 20_26;

    /// <summary>Adds that many keys to the organization.</summary>
    public async Task AddAsync(Id<Organization> organization, int count, CancellationToken cancellation) =>
        await AddAsync(organization, DemoDrafts.Of(await PlanAsync(organization, cancellation), count), cancellation);

    /// <summary>What the organization's keys can be drafted from.</summary>
    internal async Task<DemoPlan> PlanAsync(Id<Organization> organization, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var projects = db.Projects.Where(project => project.OrganizationId == organization);
        return new(
            organization,
            clock.Now(),
            new(Seed),
            await projects.ToDictionaryAsync(project => project.Name, project => project.Id, cancellation),
            await db.Owners.Where(owner => owner.OrganizationId == organization).OrderBy(owner => owner.ExternalId).ToListAsync(cancellation),
            await CreatorsAsync(db, organization, cancellation));
    }

    /// <summary>Adds the keys of the drafts, in their order: rows count up in the order of creation, and the list is sorted by them.</summary>
    internal async Task AddAsync(Id<Organization> organization, IEnumerable<DemoDraft> drafts, CancellationToken cancellation)
    {
        foreach (var batch in drafts.Chunk(Batch))
        {
            await store.WriteAsync(db => AddAsync(db, batch.Select(draft => Make(organization, draft)), cancellation), cancellation);
            await checkpoints.CatchUpAsync(cancellation);
        }
    }

    /// <summary>The operators who may change keys there; the console itself where there are none.</summary>
    private static async Task<IReadOnlyList<Actor>> CreatorsAsync(ConsoleDbContext db, Id<Organization> organization, CancellationToken cancellation)
    {
        var operators = await db.Users.Include(person => person.Memberships).OrderBy(person => person.NormalizedEmail).ToListAsync(cancellation);
        var creators = operators
            .Select(person => person.ToActor(person.Memberships))
            .Where(actor => actor.Can(Permission.WriteKeys, organization))
            .ToList();
        return creators.Count > 0 ? creators : [Actor.System];
    }

    private static async Task<Result<int>> AddAsync(ConsoleDbContext db, IEnumerable<DemoKey> keys, CancellationToken cancellation)
    {
        foreach (var (key, past) in keys)
        {
            db.ApiKeys.Add(key);
            db.PolicyVersions.AddRange(past.Select(record => record.Version));
            db.AuditEntries.AddRange(past.Select(record => record.Entry));
        }

        return await db.SaveChangesAsync(cancellation);
    }

    private DemoKey Make(Id<Organization> organization, DemoDraft draft)
    {
        var command = new CreateKey(organization, draft.Settings, draft.Kind, draft.Environment);
        var generated = GeneratedSecret.For(Id<ApiKey>.New(draft.CreatedAt), command.SecretFormat, hasher);
        var key = ApiKey.Create(command.OrganizationId, command.Kind, draft.Settings, generated, draft.Creator, draft.CreatedAt);
        List<KeyRecord> past = [transactions.RecordOf(key, draft.Creator, AuditActions.KeyCreated, before: null, draft.CreatedAt)];
        foreach (var change in draft.Changes)
        {
            var before = KeySnapshot.Of(key);
            change.Apply(key);
            key.Stamp(change.By, change.At);
            past.Add(transactions.RecordOf(key, change.By, change.Action, before, change.At));
        }

        return new(key, past);
    }

    /// <summary>A key, and its past.</summary>
    private sealed record DemoKey(ApiKey Key, List<KeyRecord> Past);
}
