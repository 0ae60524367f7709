using AdminConsole.Core.Data;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification.KeyCache;

public sealed class CachedKeysTests : KeyCacheTest
{
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

    private async Task<long> SequenceAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.KeyChanges.MaxAsync(change => change.Sequence);
    }
}
