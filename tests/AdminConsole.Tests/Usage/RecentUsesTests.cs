using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

public sealed class RecentUsesTests : UsageTest
{
    private static readonly DateTimeOffset Yesterday = A.Monday.AddHours(-20);

    private Id<Organization> _acme;
    private KeyTarget _key = null!;
    private UsageEvent _use;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
        _use = await UseOfAsync(_key);
    }

    [Fact]
    public async Task Calls_and_addresses_of_the_last_24_hours_are_counted_whether_written_down_or_not()
    {
        Record(
            _use with { At = A.Monday.AddHours(-25), Address = Address("192.0.2.9") },
            _use with { At = Yesterday },
            _use with { At = Yesterday, Address = null });
        await FlushAsync();
        await RollUpAsync();
        Record(_use, _use with { Code = DecisionCode.IpBlocked, Address = Address("192.0.2.1") });

        var recent = await ReadAsync();

        Assert.Equal(new(A.Monday.AddHours(-24), 4, 2, HasOtherAddresses: false), recent);
    }

    [Fact]
    public async Task An_address_seen_before_and_within_the_24_hours_counts_from_their_beginning()
    {
        var other = await UseOfAsync(await Console.AddKeyAsync(_acme, A.Settings("other")));
        Record(_use with { At = A.Monday.AddHours(-26) }, _use with { At = A.Monday.AddHours(-24) }, other with { At = Yesterday });
        await FlushAsync();
        Record(_use with { At = Yesterday });
        await FlushAsync();
        Record(_use, other);

        var recent = await ReadAsync();

        Assert.Equal(new(A.Monday.AddHours(-24), 3, 1, HasOtherAddresses: false), recent);
    }

    [Fact]
    public async Task Says_from_when_on_it_knows_where_single_events_are_gone()
    {
        Record(_use with { At = A.Monday.AddHours(-26) });
        await FlushAsync();
        Record(_use with { At = Yesterday });
        await FlushAsync();
        Record(_use);
        await RollUpAsync();
        await Get<UsageRetention>().TrimAsync(CancellationToken.None);

        var recent = await ReadAsync();

        Assert.Equal(new(Yesterday, 2, 1, HasOtherAddresses: false), recent);
    }

    [Fact]
    public async Task A_key_that_nobody_used_has_no_calls()
    {
        Assert.Equal(new(A.Monday.AddHours(-24), 0, 0, HasOtherAddresses: false), await ReadAsync());
    }

    [Fact]
    public async Task Who_may_read_or_revoke_the_key_may_know()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var verifier = Actor.ForManagementKey(_key.KeyId.ToString(), "verifier", _acme, [ManagementScopes.VerifyKeys]);

        Assert.True((await Get<RecentUses>().OfKeyAsync(A.Support(), _key, default)).Succeeded);
        Assert.True((await Get<RecentUses>().OfKeyAsync(A.Viewer(_acme), _key, default)).Succeeded);
        Assert.Equal(KeyFailures.MayNotRead, Assert.Single((await Get<RecentUses>().OfKeyAsync(verifier, _key, default)).Failures));
        Assert.Equal(KeyFailures.OrganizationNotFound, Assert.Single((await Get<RecentUses>().OfKeyAsync(A.Admin(globex), _key, default)).Failures));
        Assert.Equal(
            KeyFailures.NotFound,
            Assert.Single((await Get<RecentUses>().OfKeyAsync(A.Support(), new(globex, _key.KeyId), default)).Failures));
    }

    private async Task<RecentUse> ReadAsync() => (await Get<RecentUses>().OfKeyAsync(A.Viewer(_acme), _key, CancellationToken.None)).Value;
}
