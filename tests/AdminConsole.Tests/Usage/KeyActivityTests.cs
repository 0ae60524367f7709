using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

public sealed class KeyActivityTests : UsageTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;
    private UsageEvent _use;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
        _use = await UseOfAsync(_key);
        Clock.Now = A.Monday.AddDays(13);
    }

    [Fact]
    public async Task Each_day_counts_what_is_written_down_and_what_is_pending_once()
    {
        var unused = await Console.AddKeyAsync(_acme, A.Settings("unused"));
        Record(_use, _use with { Code = DecisionCode.Expired, Address = Address("192.0.2.1") }, _use with { At = A.Monday.AddDays(-1) });
        await FlushAsync();
        await RollUpAsync();
        Record(_use);
        await FlushAsync();
        Record(_use with { At = Clock.Now });

        var activity = (await ReadAsync(_acme, _key.KeyId, unused.KeyId)).Value;

        Assert.Equal([3, .. Enumerable.Repeat(0L, 12), 1], activity[_key.KeyId].Counts);
        Assert.Equal((new DateOnly(2026, 3, 2), 4), (activity[_key.KeyId].FirstDay, activity[_key.KeyId].Total));
        Assert.Equal(Enumerable.Repeat(0L, KeyActivity.Days), activity[unused.KeyId].Counts);
    }

    [Fact]
    public async Task Keys_of_other_organizations_are_left_out()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var foreign = await Console.AddKeyAsync(globex);
        Record(_use, await UseOfAsync(foreign));

        var activity = (await ReadAsync(_acme, _key.KeyId, foreign.KeyId)).Value;

        Assert.Equal([_key.KeyId], activity.Keys);
    }

    [Fact]
    public async Task Too_many_keys_and_actors_without_right_are_refused()
    {
        var many = Enumerable.Range(0, KeyActivity.MaxKeys + 1).Select(_ => Id<ApiKey>.New(A.Monday)).ToList();

        var tooMany = await Get<KeyActivity>().OfKeysAsync(A.Viewer(_acme), _acme, many, CancellationToken.None);
        var bySupport = await Get<KeyActivity>().OfKeysAsync(A.Support(), _acme, [_key.KeyId], CancellationToken.None);

        Assert.Equal("list.too_long", Assert.Single(tooMany.Failures).Code);
        Assert.Equal(KeyFailures.MayNotRead, Assert.Single(bySupport.Failures));
    }

    private Task<Result<IReadOnlyDictionary<Id<ApiKey>, DailyActivity>>> ReadAsync(
        Id<Organization> organization, params IReadOnlyCollection<Id<ApiKey>> keys) =>
        Get<KeyActivity>().OfKeysAsync(A.Viewer(organization), organization, keys, CancellationToken.None);
}
