using AdminConsole.Core.Actors;
using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Demo;

/// <summary>Demo keys go around EF for speed: what they leave behind must be what the use cases do.</summary>
public sealed class DemoKeysTests : CoreTest
{
    private const int Count = 64;

    [Fact]
    public async Task Are_sealed_and_loaded_like_any_other_key()
    {
        await AddAsync();

        await Console.Get<KeyLoader>().LoadAsync(default);

        Assert.Equal(Count, Console.Get<LiveKeys>().Count);
        Assert.Empty(Console.Get<LiveKeys>().WithBrokenSeal);
    }

    [Fact]
    public async Task Have_a_policy_version_and_an_audit_entry_for_each_version()
    {
        await AddAsync();

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        foreach (var key in await db.ApiKeys.ToListAsync())
        {
            var versions = await db.PolicyVersions.Where(version => version.KeyId == key.Id).Select(version => version.Version).ToListAsync();
            Assert.Equal(Enumerable.Range(1, key.Version), versions.Order());
            Assert.Equal(key.Version, await db.AuditEntries.CountAsync(entry => entry.Subject == key.Id.ToString()));
        }
    }

    [Fact]
    public async Task Can_be_edited_and_revoked_by_the_use_cases()
    {
        var organization = await AddAsync();
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var key = await db.ApiKeys.FirstAsync(key => key.RevokedAt == null);
        KeyTarget target = new(organization, key.Id);

        var edited = await Console.Get<KeyEditor>().EditAsync(A.Admin(organization), new(target, key.Version, new() { Name = new("renamed") }), default);
        var revoked = await Console.Get<KeyRevoker>().RevokeAsync(A.Admin(organization), new(target, RevocationReason.Rotated), default);

        Assert.Equal(key.Version + 1, edited.Value);
        Assert.Equal(key.Version + 2, revoked.Value);
    }

    [Fact]
    public async Task A_key_written_row_by_row_verifies_and_reads_as_it_was_made()
    {
        var organization = await Console.AddOrganizationAsync();
        var project = await Console.AddProjectAsync(organization);
        var settings = FullSettings(await Console.AddOwnerAsync(organization), project);
        var minted = MintedSecret.For(Id<ApiKey>.New(Clock.Now), SecretFormat.Native(SecretEnvironment.Live), Console.Get<SecretHasher>());
        var key = ApiKey.Issue(new(organization, settings), settings, minted, Actor.System, Clock.Now);
        key.SealWith(Console.Get<KeySealer>());

        await Console.Get<ConsoleStore>().WriteAsync<int>(db => Task.FromResult(Insert(db, key)), default);
        await Console.Get<KeyChangeWatch>().LookAsync(default);

        var answer = Console.Get<VerificationService>().Verify(Actor.System, organization, new(minted.Secret.Reveal())
        {
            Scopes = ["vm:read"],
            ClientIp = "10.1.2.3",
            Project = project,
            Resource = "docs_1",
            Referrer = "https://a.example.com",
        });
        Assert.Equal(DecisionCode.Valid, answer.Value.Decision.Code);
        await AssertStoredAsync(key);
    }

    private static KeySettings FullSettings(Id<Owner> owner, Id<Project> project) => new()
    {
        Name = "ci-deploy",
        Description = "Deploys",
        OwnerId = owner,
        ProjectIds = [project],
        Scopes = ["vm:write", "vm:read"],
        AllowedCidrs = ["10.0.0.0/8"],
        BlockedCidrs = ["10.9.0.0/16"],
        Resources = ["docs_*"],
        Referrers = ["https://*"],
        Limits = new(1000, 50, "a=b"),
        Claims = "{\"plan\":\"pro\"}",
        Tags = ["ci"],
        StartsAt = A.Monday.AddDays(-1),
        ExpiresAt = A.Monday.AddDays(1),
    };

    private static Result<int> Insert(ConsoleDbContext db, ApiKey key)
    {
        using var rows = RowInserter.For<ApiKey>(db);
        rows.Insert(key);
        return 1;
    }

    /// <summary>Every property of the model reads back as the one that was written, but for the row's own number.</summary>
    private async Task AssertStoredAsync(ApiKey key)
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var stored = await db.ApiKeys.SingleAsync(stored => stored.Id == key.Id);
        Assert.Equivalent(key.Settings, stored.Settings);
        foreach (var property in db.Model.FindEntityType(typeof(ApiKey))!.GetProperties().Where(property => property.Name != nameof(ApiKey.Row)))
        {
            Assert.Equal(Value(key), Value(stored));

            object? Value(ApiKey of) => db.Entry(of).Property(property.Name).CurrentValue;
        }
    }

    private async Task<Id<Organization>> AddAsync()
    {
        var organization = await Console.AddOrganizationAsync();
        await Console.AddProjectAsync(organization);
        await Console.AddOwnerAsync(organization);
        await Console.Get<DemoKeys>().AddAsync(organization, Count, default);
        return organization;
    }
}
