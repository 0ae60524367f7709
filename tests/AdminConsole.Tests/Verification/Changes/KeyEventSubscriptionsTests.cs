using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Verification.Changes;

public sealed class KeyChangeListeningTests : CoreTest
{
    [Fact]
    public async Task A_listener_hears_in_any_case_that_it_misses_nothing()
    {
        var (acme, _) = await AddKeyAsync();
        await using var heard = (await ListenAsync(acme)).GetAsyncEnumerator();
        var begun = await NextAsync(heard);

        var next = heard.MoveNextAsync();
        Clock.Pass(KeyEventSubscriptions.Heartbeat);
        await AddKeyAsync("globex");
        await Console.Get<KeyChangePoller>().LookAsync(default);
        await next;

        Assert.Equal((KeyEventKind.Heartbeat, KeyEventKind.Heartbeat), (begun.Kind, heard.Current.Kind));
        Assert.True(heard.Current.Position > begun.Position);
    }

    [Fact]
    public async Task A_listener_that_missed_more_than_is_kept_starts_over_and_goes_on()
    {
        var (acme, row) = await AddKeyAsync();
        await using var heard = (await ListenAsync(acme)).GetAsyncEnumerator();
        var begun = await NextAsync(heard);

        await PublishAsync(row, begun.Position, KeyEventLog.Kept + 1);
        var told = await NextAsync(heard);
        await PublishAsync(row, told.Position, 1);

        Assert.Equal(new(begun.Position + KeyEventLog.Kept + 1, KeyEventKind.Reset), told);
        Assert.Equal((KeyEventKind.Changed, told.Position + 1), (await NextAsync(heard)) is var last ? (last.Kind, last.Position) : default);
    }

    [Fact]
    public async Task A_listener_that_missed_all_that_is_kept_hears_each()
    {
        var (acme, row) = await AddKeyAsync();
        await using var heard = (await ListenAsync(acme)).GetAsyncEnumerator();
        var begun = await NextAsync(heard);

        await PublishAsync(row, begun.Position, KeyEventLog.Kept);

        for (var number = 1; number <= KeyEventLog.Kept; number++)
        {
            Assert.Equal(begun.Position + number, (await NextAsync(heard)).Position);
        }
    }

    [Fact]
    public async Task Everybody_starts_over_when_a_key_was_changed_that_nobody_knows_any_more()
    {
        var (acme, _) = await AddKeyAsync();
        await using var heard = (await ListenAsync(acme)).GetAsyncEnumerator();
        var begun = await NextAsync(heard);

        await PublishAsync(row: 4711, begun.Position, 1);

        Assert.Equal(new(begun.Position + 1, KeyEventKind.Reset), await NextAsync(heard));
    }

    [Fact]
    public async Task Nobody_is_told_while_the_database_cannot_be_asked()
    {
        var (acme, _) = await AddKeyAsync();
        await using var heard = (await ListenAsync(acme)).GetAsyncEnumerator();
        var begun = await NextAsync(heard);

        var next = heard.MoveNextAsync();
        Clock.Pass(VerificationOptions.Default.MaxStaleness + TimeSpan.FromMilliseconds(1));
        Console.Get<KeyEventLog>().Begin(begun.Position);

        Assert.False(await next);
    }

    [Theory]
    [InlineData(0, KeyEventKind.Heartbeat)]
    [InlineData(-1, KeyEventKind.Reset)]
    public async Task After_a_restart_goes_on_only_who_has_missed_nothing(int missing, KeyEventKind first)
    {
        var (acme, _) = await AddKeyAsync();
        var caller = await CallerAsync(acme);

        await Console.Get<KeyChangePoller>().LoadAsync(default);
        using var listener = Console.Get<KeyEventSubscriptions>().Listen(caller, await LastChangeAsync() + missing).Value;
        await using var heard = listener.ReadAsync(default).GetAsyncEnumerator();

        Assert.Equal(first, (await NextAsync(heard)).Kind);
    }

    private async Task<(Id<Organization> Organization, long Row)> AddKeyAsync(string slug = "acme")
    {
        var organization = await Console.CreateOrganizationAsync(slug);
        var created = await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, A.Settings()), default);
        await Console.Get<KeyChangePoller>().LookAsync(default);
        return (organization, Console.Get<CachedKeys>().Find(created.Value.Secret.Reveal())!.Row);
    }

    private async Task<IAsyncEnumerable<KeyEvent>> ListenAsync(Id<Organization> organization) =>
        Console.Get<KeyEventSubscriptions>().Listen(await CallerAsync(organization), after: null).Value.ReadAsync(default);

    private async Task<ApiCaller> CallerAsync(Id<Organization> organization)
    {
        var settings = A.Settings(scopes: ManagementScopes.VerifyKeys);
        var key = await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, settings, KeyKind.Management), default);
        await Console.Get<KeyChangePoller>().LookAsync(default);
        return Console.Get<ManagementKeyVerifier>().Authenticate(key.Value.Secret.Reveal(), null)!;
    }

    private async Task<long> LastChangeAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.KeyChanges.MaxAsync(change => change.Sequence);
    }

    /// <summary>So many changes of one key, as if the database had counted them.</summary>
    private Task PublishAsync(long row, long position, int changes) => Console.Get<KeyEventLog>().PublishAsync(
        [.. Enumerable.Range(1, changes).Select(number => new KeyChange { Sequence = position + number, KeyRow = row })]);

    private static async Task<KeyEvent> NextAsync(IAsyncEnumerator<KeyEvent> heard)
    {
        Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(Eventually.Patience));
        return heard.Current;
    }
}
