using AdminConsole.Core;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification.KeyCache;

/// <summary>Changes that nobody told this process of, and a database that cannot be asked.</summary>
public sealed class KeyFreshnessTests : CoreTest
{
    [Fact]
    public async Task A_change_by_another_process_is_seen_at_the_next_look()
    {
        var (acme, key) = await CreateAsync();
        await using var other = new ServiceCollection()
            .AddLogging().AddSingleton<TimeProvider>(Clock).AddConsoleCore(Database.Directory).BuildServiceProvider();
        var there = await TestConsole.PrepareAsync(other);
        await there.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(acme), new(new(acme, key.Id), RevocationReason.Leaked), default);
        var untold = Code(acme, key);

        await Console.Get<KeyChangePoller>().LookAsync(default);

        Assert.Equal((DecisionCode.Valid, DecisionCode.Revoked), (untold, Code(acme, key)));
    }

    [Fact]
    public async Task A_row_written_with_the_right_seal_is_seen_at_the_next_look()
    {
        var (acme, key) = await CreateAsync();
        await Console.Get<ConsoleStore>().WriteAsync<int>(
            async db =>
            {
                var row = await db.ApiKeys.SingleAsync(row => row.Id == key.Id);
                row.Enable(false);
                row.Stamp(Actor.System, Clock.Now);
                Console.Get<KeySealer>().Seal(row);
                return await db.SaveChangesAsync();
            },
            default);
        var untold = Code(acme, key);

        await Console.Get<KeyChangePoller>().LookAsync(default);

        Assert.Equal((DecisionCode.Valid, DecisionCode.Disabled), (untold, Code(acme, key)));
        Assert.Empty(Console.Get<CachedKeys>().WithBrokenSeal);
    }

    [Fact]
    public async Task Nothing_is_answered_from_memory_for_longer_than_it_may_be()
    {
        var (acme, key) = await CreateAsync();

        Clock.Pass(VerificationOptions.Default.MaxStaleness);
        var atTheBound = Code(acme, key);
        Clock.Pass(TimeSpan.FromMilliseconds(1));

        Assert.Equal(DecisionCode.Valid, atTheBound);
        Assert.Equal("storage.unreachable", Assert.Single(Verify(acme, key).Failures).Code);
        Assert.Equal("storage.unreachable", Assert.Single(VerifyAll(acme, key).Failures).Code);
    }

    [Fact]
    public async Task A_look_that_fails_makes_nothing_fresh_and_one_that_succeeds_does()
    {
        var (acme, key) = await CreateAsync();
        Clock.Pass(VerificationOptions.Default.MaxStaleness + TimeSpan.FromSeconds(1));

        await Console.LoseDatabaseAsync();
        await Assert.ThrowsAsync<SqliteException>(() => Console.Get<KeyChangePoller>().LookAsync(default));
        Assert.False(Verify(acme, key).Succeeded);

        await Console.RestoreDatabaseAsync();
        await Console.Get<KeyChangePoller>().LookAsync(default);
        Assert.Equal(DecisionCode.Valid, Code(acme, key));
    }

    [Fact]
    public async Task Setting_the_clock_makes_nothing_stale()
    {
        var (acme, key) = await CreateAsync();

        Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(DecisionCode.Valid, Code(acme, key));
    }

    private async Task<(Id<Organization> Acme, CreatedKey Key)> CreateAsync()
    {
        var acme = await Console.CreateOrganizationAsync();
        return (acme, (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, A.Settings()), default)).Value);
    }

    private DecisionCode Code(Id<Organization> organization, CreatedKey key) => Verify(organization, key).Value.Decision.Code;

    private Result<VerificationAnswer> Verify(Id<Organization> organization, CreatedKey key) =>
        Console.Get<VerificationService>().Verify(Actor.System, organization, new(key.Secret.Reveal()));

    private Result<IReadOnlyList<VerificationAnswer>> VerifyAll(Id<Organization> organization, CreatedKey key) =>
        Console.Get<VerificationService>().VerifyAll(Actor.System, organization, [new(key.Secret.Reveal())]);
}
