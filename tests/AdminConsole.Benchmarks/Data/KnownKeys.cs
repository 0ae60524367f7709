using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Benchmarks.Data;

/// <summary>A data directory full of keys whose secrets the benchmark knows. Made once for each size, and kept.</summary>
internal sealed record KnownKeys(string Directory, string ManagementSecret, IReadOnlyList<byte[]> Secrets)
{
    public const string SecretsName = "secrets.txt";

    private const string Slug = "benchmark";
    private const string ManagementName = "management.txt";
    private const int Batch = 1_000;

    /// <summary>That many keys, alike.</summary>
    public static Task<KnownKeys> PrepareAsync(int count, CancellationToken cancellation) =>
        PrepareAsync($"known-{count}", count, _ => Settings.Usual, cancellation);

    /// <param name="name">Of the directory.</param>
    /// <param name="settings">Of the key with this index.</param>
    public static async Task<KnownKeys> PrepareAsync(string name, int count, Func<int, KeySettings> settings, CancellationToken cancellation)
    {
        var directory = Path.Combine(Repository.DataSets, name);
        var management = Path.Combine(directory, ManagementName);
        if (!File.Exists(management))
        {
            Console.WriteLine($"Making {count:N0} keys in {directory}");
            await MakeAsync(directory, count, settings, cancellation);
        }

        var secrets = await File.ReadAllLinesAsync(Path.Combine(directory, SecretsName), cancellation);
        return new(directory, await File.ReadAllTextAsync(management, cancellation), [.. secrets.Select(Encoding.ASCII.GetBytes)]);
    }

    private static async Task MakeAsync(string directory, int count, Func<int, KeySettings> settings, CancellationToken cancellation)
    {
        if (System.IO.Directory.Exists(directory))
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }

        await using var console = await CoreConsole.OpenAsync(directory, cancellation);
        var organization = await SetUpAsync(console, cancellation);
        await using (var secrets = File.CreateText(Path.Combine(directory, SecretsName)))
        {
            foreach (var batch in Enumerable.Range(0, count).Chunk(Batch))
            {
                await console.Get<ConsoleStore>().WriteAsync(
                    db => AddAsync(console, db, [.. batch.Select(index => new Draft(organization, settings(index)))], secrets), cancellation);
                await console.Get<SqliteCheckpoints>().CatchUpAsync(cancellation);
            }
        }

        // Written last: without it the directory is begun anew.
        var management = await console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System,
            new(
                organization,
                new() { Name = "load", Scopes = [ManagementScopes.VerifyKeys, ManagementScopes.ReadKeys, ManagementScopes.WriteKeys] },
                KeyKind.Management),
            cancellation);
        await File.WriteAllTextAsync(Path.Combine(directory, ManagementName), management.Value.Secret.Reveal(), cancellation);
    }

    // Before it is set up, a console verifies nothing. Nobody signs in: the password is forgotten.
    private static async Task<Id<Organization>> SetUpAsync(CoreConsole console, CancellationToken cancellation)
    {
        var password = KeySecret.Generate(SecretEnvironment.Test).Reveal();
        _ = (await console.Get<ConsoleSetUp>().RunAsync(new(new(Slug, Slug), "load@example.com", Slug, password), cancellation)).Value;
        return (await console.Get<OrganizationQueries>().ListAsync(Actor.System, cancellation))[0].Id;
    }

    private static async Task<Result<int>> AddAsync(CoreConsole console, ConsoleDbContext db, IReadOnlyList<Draft> drafts, StreamWriter secrets)
    {
        var now = TimeProvider.System.Now();
        foreach (var draft in drafts)
        {
            var generated = GeneratedSecret.For(Id<ApiKey>.New(now), SecretFormat.Native(SecretEnvironment.Live), console.Get<SecretHasher>());
            var key = ApiKey.Create(draft.Organization, KeyKind.Service, draft.Settings, generated, Actor.System, now);
            var record = console.Get<KeyTransactions>().RecordOf(key, Actor.System, AuditActions.KeyCreated, before: null, now);
            db.ApiKeys.Add(key);
            db.PolicyVersions.Add(record.Version);
            db.AuditEntries.Add(record.Entry);
            await secrets.WriteLineAsync(generated.Secret.Reveal());
        }

        return await db.SaveChangesAsync();
    }

    private sealed record Draft(Id<Organization> Organization, KeySettings Settings);
}
