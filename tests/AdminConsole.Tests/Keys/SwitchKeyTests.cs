using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys;

public sealed class SwitchKeyTests : CoreTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    private KeySwitch Switch => Console.Get<KeySwitch>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
    }

    [Fact]
    public async Task Disables_and_enables_with_the_policy_untouched()
    {
        var before = await Console.DetailsAsync(_key);

        Assert.Equal(2, (await Switch.DisableAsync(A.Admin(_acme), _key, CancellationToken.None)).Value);
        var disabled = await Console.DetailsAsync(_key);
        Assert.Equal(3, (await Switch.EnableAsync(A.Admin(_acme), _key, CancellationToken.None)).Value);
        var enabled = await Console.DetailsAsync(_key);

        Assert.Equal((KeyStatus.Disabled, KeyStatus.Active), (disabled.Status, enabled.Status));
        Assert.Empty(KeyDiff.Between(before.Settings, disabled.Settings));
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await Switch.DisableAsync(A.Admin(_acme), _key, CancellationToken.None);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(2, (await Switch.DisableAsync(A.Admin(_acme), _key, CancellationToken.None)).Value);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.AddOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotWrite, (await Switch.DisableAsync(A.Viewer(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(KeyFailures.MayNotWrite, (await Switch.DisableAsync(A.Support(), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await Switch.EnableAsync(A.Admin(other), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }
}
