using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class SwitchKeyTests : CoreTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    private SwitchKeyHandler Switch => Console.Get<SwitchKeyHandler>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
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
    public async Task Tells_whether_it_was_this_switch_that_changed_the_key()
    {
        Assert.Equal(new(2, Changed: true), (await Switch.SwitchAsync(A.Admin(_acme), new(_key, Enable: false), CancellationToken.None)).Value);
        Assert.Equal(new(2, Changed: false), (await Switch.SwitchAsync(A.Admin(_acme), new(_key, Enable: false), CancellationToken.None)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_another_version_than_it_was_meant_for(bool enable)
    {
        await SwitchAsync(_key, !enable);
        var version = (await Console.DetailsAsync(_key)).Version;
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        await AssertRefusedAsync(
            () => Switch.SwitchAsync(A.Admin(_acme), new(_key, enable, version - 1), CancellationToken.None), (KeyFields.Version, "key.stale"));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));

        Assert.True((await Switch.SwitchAsync(A.Admin(_acme), new(_key, enable, version), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotWrite, (await Switch.DisableAsync(A.Viewer(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(KeyFailures.MayNotWrite, (await Switch.DisableAsync(A.Support(), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await Switch.EnableAsync(A.Admin(other), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_key_that_is_not_there_one_that_is_managed_and_one_that_is_revoked(bool enable)
    {
        var managed = await Console.AddKeyAsync(_acme);
        await Console.ChangeAsync(
            db => db.Entry(db.ApiKeys.Single(key => key.Id == managed.KeyId)).Property(key => key.Kind).CurrentValue = KeyKind.Managed);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(_key, RevocationReason.Leaked), CancellationToken.None);

        await AssertRefusedAsync(() => SwitchAsync(_key with { KeyId = Id<ApiKey>.New(A.Monday) }, enable), (null, KeyFailures.NotFound.Code));
        await AssertRefusedAsync(() => SwitchAsync(managed, enable), (null, KeyFailures.Managed.Code));
        await AssertRefusedAsync(() => SwitchAsync(_key, enable), (null, KeyFailures.Revoked.Code));
    }

    private Task<Result<int>> SwitchAsync(KeyTarget target, bool enable) => enable
        ? Switch.EnableAsync(A.Admin(_acme), target, CancellationToken.None)
        : Switch.DisableAsync(A.Admin(_acme), target, CancellationToken.None);
}
