using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification.KeyCache;

public sealed class CachedKeysTests : CoreTest
{
    /// <summary>Each is a change that would widen the key, or give it to somebody else.</summary>
    public static TheoryData<string> Tamperings { get; } =
    [
        "UPDATE ApiKeys SET ExpiresAt = NULL",
        "UPDATE ApiKeys SET StartsAt = 1",
        "UPDATE ApiKeys SET RevokedAt = 1",
        "UPDATE ApiKeys SET Enabled = 1 - Enabled",
        "UPDATE ApiKeys SET Version = Version + 1",
        "UPDATE ApiKeys SET Kind = 'Management'",
        "UPDATE ApiKeys SET OwnerId = NULL",
        "UPDATE ApiKeys SET Name = 'other'",
        "UPDATE ApiKeys SET Seal = x'00'",
        "UPDATE ApiKeys SET Document = replace(Document, 'vm:read', 'vm:everything')",
        "UPDATE ApiKeys SET Document = replace(Document, '10.9.0.0/16', '10.9.0.0/32')",
        "UPDATE ApiKeys SET Document = replace(Document, ',', ', ')",
        "UPDATE ApiKeys SET Document = '{{\"settings\":{{}}}}'",
        "UPDATE ApiKeys SET Document = 'no document'",
    ];

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Refuse_a_key_whose_row_was_changed_behind_the_console_and_audit_it(string sql)
    {
        var (acme, key) = await CreateAsync();
        Assert.Equal(DecisionCode.Valid, Decide(acme, key));

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw(sql));

        Assert.Equal(DecisionCode.Disabled, Decide(acme, key));
        Assert.Equal([key.Id], Console.Get<CachedKeys>().WithBrokenSeal.Select(broken => broken.Id));
        Assert.Equal(1, await AuditedAsync());
    }

    [Fact]
    public async Task Audit_a_broken_key_later_when_that_cannot_be_written_at_first()
    {
        await CreateAsync();
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("ALTER TABLE AuditEntries RENAME TO LostEntries"));
        await Assert.ThrowsAsync<DbUpdateException>(
            () => Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET ExpiresAt = NULL")));

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("ALTER TABLE LostEntries RENAME TO AuditEntries"));
        await Console.Get<KeyChangePoller>().LookAsync(default);

        Assert.Equal(1, await AuditedAsync());
    }

    [Theory]
    [InlineData("Document")]
    [InlineData("Document, Seal")]
    [InlineData("SecretHash")]
    [InlineData("SecretHash, Seal")]
    public async Task Refuse_both_keys_whose_columns_were_swapped(string columns)
    {
        var (acme, key) = await CreateAsync();
        var other = (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, A.Settings("other", "vm:read")), default)).Value;

        // Two rows cannot swap a value that is unique.
        var swap = $"""
            DROP INDEX IX_ApiKeys_SecretHash;
            CREATE TABLE Old AS SELECT * FROM ApiKeys;
            UPDATE ApiKeys SET ({columns}) = (SELECT {columns} FROM Old WHERE Old.Row = 3 - ApiKeys.Row);
            """;
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw(swap));

        Assert.Equal((DecisionCode.Disabled, DecisionCode.Disabled), (Decide(acme, key), Decide(acme, other)));
        Assert.Equal(2, Console.Get<CachedKeys>().WithBrokenSeal.Count());
        Assert.Equal(2, await AuditedAsync());
    }

    [Fact]
    public async Task Decide_nothing_by_the_index_of_lists()
    {
        var (acme, key) = await CreateAsync();

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE KeyIndex SET Value = 'vm:everything' WHERE Value = 'vm:read'"));
        await Console.Get<KeyChangePoller>().LoadAsync(default);

        Assert.Equal(DecisionCode.Valid, Decide(acme, key));
        Assert.Equal(["vm:read", "vm:edit"], (await Console.DetailsAsync(new(acme, key.Id))).Settings.Scopes);
        Assert.Empty(Console.Get<CachedKeys>().WithBrokenSeal);
    }

    [Fact]
    public async Task Find_a_change_made_while_the_console_was_down_at_the_next_start()
    {
        var (acme, key) = await CreateAsync();
        await Console.Get<KeyChangePoller>().LookAsync(default);
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw(
            "DROP TRIGGER ApiKeys_changed; UPDATE ApiKeys SET Document = replace(Document, '10.9.0.0/16', '10.9.0.0/32')"));
        Assert.Equal(DecisionCode.Valid, Decide(acme, key));

        await Console.Get<KeyChangePoller>().LoadAsync(default);

        Assert.Equal(DecisionCode.Disabled, Decide(acme, key));
        Assert.Equal(1, await AuditedAsync());
    }

    [Fact]
    public async Task Refuse_a_key_that_a_console_with_other_rules_has_sealed_and_list_it_once_the_documents_are_read()
    {
        var (acme, key) = await CreateAsync();
        await Console.ChangeAsync(db =>
        {
            var row = db.ApiKeys.Include(row => row.Index).Single();
            row.Apply(row.Settings with { AllowedCidrs = ["the moon"] });
            Console.Get<KeySealer>().Seal(row);
        });
        var (anew, loader) = await LoadedAnewAsync();
        Assert.Empty(anew.WithBrokenSeal);

        await loader.CheckAsync(default);

        Assert.Equal(DecisionCode.Disabled, Decide(acme, key));
        Assert.Equal([key.Id], anew.WithBrokenSeal.Select(broken => broken.Id));
    }

    [Fact]
    public async Task Take_no_other_change_of_a_broken_key_than_its_revocation()
    {
        var (acme, key) = await CreateAsync();
        var target = new KeyTarget(acme, key.Id);
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET Document = 'no document'"));

        await AssertRefusedAsync(() => Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(acme), target, default), (null, "key.seal_broken"));
        await AssertRefusedAsync(
            () => Console.Get<EditKeyHandler>().EditAsync(A.Admin(acme), new(target, key.Version, new() { Description = "Sealed anew" }), default),
            (null, "key.seal_broken"));
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(acme), new(target, RevocationReason.Leaked), default);

        Assert.Equal(DecisionCode.Revoked, Decide(acme, key));
    }

    [Fact]
    public async Task Believe_a_row_that_was_put_back()
    {
        var (acme, key) = await CreateAsync();
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET ExpiresAt = ExpiresAt + 1"));

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET ExpiresAt = ExpiresAt - 1"));

        Assert.Equal(DecisionCode.Valid, Decide(acme, key));
    }

    [Fact]
    public async Task Forget_a_key_whose_row_is_gone()
    {
        var (acme, key) = await CreateAsync();

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("DELETE FROM PolicyVersions; DELETE FROM ApiKeys"));

        Assert.Equal(DecisionCode.NotFound, Decide(acme, key));
    }

    [Fact]
    public async Task Say_the_same_after_a_load_as_before()
    {
        var (acme, key) = await CreateAsync();
        var before = Console.Get<CachedKeys>().Find(key.Secret.Reveal())!;

        var loaded = (await LoadedAnewAsync()).Keys.Find(key.Secret.Reveal())!;

        Assert.Equivalent(before, loaded, strict: true);
        Assert.Equal(before.Policy.Scopes, loaded.Policy.Scopes);
        Assert.Equal(DecisionCode.Valid, Decide(acme, key));
    }

    [Fact]
    public async Task See_an_organization_suspended_and_back()
    {
        var (acme, key) = await CreateAsync();

        await Console.ChangeAsync(db => db.Organizations.Single().SuspendedAt = A.Monday);
        var suspended = Decide(acme, key);
        await Console.ChangeAsync(db => db.Organizations.Single().SuspendedAt = null);

        Assert.Equal((DecisionCode.OrganizationSuspended, DecisionCode.Valid), (suspended, Decide(acme, key)));
    }

    [Fact]
    public async Task Count_no_use_as_a_change()
    {
        await CreateAsync();
        var before = await SequenceAsync();

        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE KeyLastUses SET At = 1, Address = '10.0.0.1'"));

        Assert.Equal(before, await SequenceAsync());
    }

    private async Task<(CachedKeys Keys, KeyLoader Loader)> LoadedAnewAsync()
    {
        var keys = ActivatorUtilities.CreateInstance<CachedKeys>(Console.Get<IServiceProvider>());
        var loader = ActivatorUtilities.CreateInstance<KeyLoader>(Console.Get<IServiceProvider>(), keys, new KeyChangeNotifier());
        await loader.LoadAsync(default);
        return (keys, loader);
    }

    private async Task<(Id<Organization> Acme, CreatedKey Key)> CreateAsync()
    {
        var acme = await Console.CreateOrganizationAsync();
        var settings = A.Settings() with
        {
            OwnerId = await Console.AddOwnerAsync(acme),
            Scopes = ["vm:read", "vm:edit"],
            AllowedCidrs = ["10.0.0.0/8"],
            BlockedCidrs = ["10.9.0.0/16"],
            Resources = ["docs_*"],
            Referrers = ["*.example.com"],
            Limits = new(1000, 50, null),
            Claims = """{"plan":"pro"}""",
            ExpiresAt = A.Monday.AddDays(30),
        };
        var created = await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, settings), default);
        return (acme, created.Value);
    }

    private DecisionCode Decide(Id<Organization> organization, CreatedKey key) => Console.Get<VerificationService>().Verify(
        Actor.System,
        organization,
        new(key.Secret.Reveal())
        {
            ClientIp = "10.1.2.3",
            Scopes = ["vm:read"],
            Resource = "docs_1",
            Referrer = "www.example.com",
        }).Value.Decision.Code;

    private async Task<int> AuditedAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.AuditEntries.CountAsync(entry => entry.Action == AuditActions.KeySealBroken);
    }

    private async Task<long> SequenceAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.KeyChanges.MaxAsync(change => change.Sequence);
    }
}
