using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

public sealed class UsageQueriesTests : UsageTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;
    private UsageEvent _use;

    private UsageQueries Queries => Get<UsageQueries>();

    private Actor Viewer => A.Viewer(_acme);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
        _use = await UseOfAsync(_key);
    }

    [Fact]
    public async Task A_key_shows_its_last_use_at_once_in_the_list_the_details_and_a_look_up()
    {
        Record(_use, _use with { At = A.Monday.AddSeconds(5), Address = Address("2001:db8::1") });

        var details = (await Get<KeyQueries>().GetAsync(Viewer, _key, default)).Value;
        var listed = (await Get<KeyQueries>().ListAsync(Viewer, new(_acme), default)).Value.Keys.Single();
        var found = (await Get<KeyLookUp>().FindAsync(A.Admin(_acme), details.Hint, default)).Value.Keys.Single();

        Assert.Equal((A.Monday.AddSeconds(5), "2001:db8::1"), (details.LastUsedAt!.Value, details.LastUsedIp));
        Assert.Equal(A.Monday.AddSeconds(5), listed.LastUsedAt);
        Assert.Equal((A.Monday.AddSeconds(5), "2001:db8::1"), (found.LastUsedAt!.Value, found.LastUsedIp));
    }

    [Fact]
    public async Task The_last_use_is_the_latest_wherever_it_is_on_its_way()
    {
        foreach (var seconds in new[] { 30, 10, 20 })
        {
            Record(_use with { At = A.Monday.AddSeconds(seconds) });
            await FlushAsync();
            await (seconds == 10 ? RollUpAsync() : Task.CompletedTask);
        }

        Assert.Equal(A.Monday.AddSeconds(30), (await Get<KeyQueries>().GetAsync(Viewer, _key, default)).Value.LastUsedAt);
    }

    [Fact]
    public async Task Outcomes_of_a_key_are_its_own_and_within_the_days_asked()
    {
        var other = await UseOfAsync(await Console.AddKeyAsync(_acme, A.Settings("other")));
        Record(_use, _use, _use with { Code = DecisionCode.Expired }, _use with { At = A.Monday.AddDays(1) }, other);

        var outcomes = (await Queries.OutcomesAsync(Viewer, _key, new(new(2026, 3, 1), new(2026, 3, 2)), default)).Value;

        Assert.Equal([new(new(2026, 3, 2), DecisionCode.Valid, 2), new(new(2026, 3, 2), DecisionCode.Expired, 1)], outcomes);
    }

    [Fact]
    public async Task Addresses_are_told_apart_with_what_was_allowed_and_refused_from_each()
    {
        Record(
            _use,
            _use with { At = A.Monday.AddHours(1) },
            _use with { At = A.Monday.AddHours(2), Code = DecisionCode.ScopeMissing },
            _use with { At = A.Monday.AddHours(3), Code = DecisionCode.IpBlocked, Address = Address("192.0.2.1") },
            _use with { At = A.Monday.AddHours(-1), Address = null });

        var addresses = (await Queries.AddressesAsync(Viewer, _key, default)).Value;

        Assert.Equal(
            [
                new("192.0.2.1", 0, 1, A.Monday.AddHours(3), A.Monday.AddHours(3)),
                new("10.0.0.1", 2, 1, A.Monday, A.Monday.AddHours(2)),
                new(null, 1, 0, A.Monday.AddHours(-1), A.Monday.AddHours(-1)),
            ],
            addresses);
    }

    [Fact]
    public async Task A_scope_is_used_when_the_key_was_accepted_for_it_alone_or_among_others()
    {
        Record(
            _use with { Scopes = ["vm:read", "vm:edit"] },
            _use with { Scopes = ["vm:read"], At = A.Monday.AddHours(1) },
            _use with { Scopes = ["dns"], Code = DecisionCode.ScopeMissing });

        var scopes = (await Queries.ScopesAsync(Viewer, _key, default)).Value;

        Assert.Equal([new("vm:read", 2, A.Monday, A.Monday.AddHours(1)), new("vm:edit", 1, A.Monday, A.Monday)], scopes);
    }

    [Fact]
    public async Task Who_presents_a_revoked_key_is_named()
    {
        Record(
            _use,
            _use with { Code = DecisionCode.Revoked },
            _use with { Code = DecisionCode.Revoked, At = A.Monday.AddDays(1), Address = Address("192.0.2.1") });

        var after = (await Queries.AfterRevocationAsync(Viewer, _key, default)).Value;

        Assert.Equal((2, A.Monday.AddDays(1)), (after.Count, after.LastSeen!.Value));
        Assert.Equal(["192.0.2.1", "10.0.0.1"], after.Addresses.Select(address => address.Address));
    }

    [Fact]
    public async Task A_key_that_nobody_presented_has_no_addresses_and_no_use_after_revocation()
    {
        Assert.Empty((await Queries.AddressesAsync(Viewer, _key, default)).Value);
        Assert.Equal(
            (0, null),
            ((await Queries.AfterRevocationAsync(Viewer, _key, default)).Value is var after ? (after.Count, after.LastSeen) : default));
    }

    [Fact]
    public async Task Another_organizations_usage_does_not_exist()
    {
        var globex = A.Viewer(await Console.CreateOrganizationAsync("globex"));
        Record(_use);

        AssertRefused("organization.not_found", await Queries.OutcomesAsync(globex, _key, UsagePeriod.Always, default));
        AssertRefused("organization.not_found", await Queries.AddressesAsync(globex, _key, default));
        AssertRefused("organization.not_found", await Queries.ScopesAsync(globex, _key, default));
        AssertRefused("organization.not_found", await Queries.AfterRevocationAsync(globex, _key, default));
    }

    [Fact]
    public async Task A_key_is_not_found_under_another_organization_and_support_does_not_read_usage()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        Record(_use);

        AssertRefused("key.not_found", await Queries.AddressesAsync(A.Viewer(globex), new(globex, _key.KeyId), default));
        AssertRefused("key.read_forbidden", await Queries.AddressesAsync(A.Support(), _key, default));
    }

    private static void AssertRefused<T>(string code, Result<T> answer) => Assert.Equal(code, Assert.Single(answer.Failures).Code);
}
