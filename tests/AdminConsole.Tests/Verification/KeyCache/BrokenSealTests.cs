using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification.KeyCache;

public sealed class BrokenSealTests : KeyCacheTest
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
}
