using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class RotateKeyRefusalTests : CoreTest
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Refuses_a_key_that_is_not_valid_any_more_or_was_rotated_before()
    {
        var (expired, disabled, revoked, rotated) = (
            await ExpiredAsync(),
            await Console.AddKeyAsync(_acme),
            await Console.AddKeyAsync(_acme),
            await Console.AddKeyAsync(_acme));
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(_acme), disabled, CancellationToken.None);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(revoked, RevocationReason.Leaked), CancellationToken.None);
        await RotateAsync(rotated);

        await AssertRefusedAsync(() => RotateAsync(expired), (null, "key.expired"));
        await AssertRefusedAsync(() => RotateAsync(disabled), (null, "key.disabled"));
        await AssertRefusedAsync(() => RotateAsync(revoked), (null, "key.revoked"));
        await AssertRefusedAsync(() => RotateAsync(rotated), (null, "key.replaced"));
        await AssertRefusedAsync(() => RotateAsync(new(_acme, Id<ApiKey>.New(A.Monday))), (null, "key.not_found"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(30 * 86_400 + 1)]
    public async Task Refuses_an_overlap_outside_its_limits(int seconds)
    {
        var old = await Console.AddKeyAsync(_acme);

        await AssertRefusedAsync(() => RotateAsync(old, TimeSpan.FromSeconds(seconds)), (KeyFields.Overlap, "overlap.range"));
    }

    [Fact]
    public async Task The_successor_is_checked_as_a_new_key()
    {
        var old = await Console.AddKeyAsync(_acme, A.Settings(scopes: "vm:edit"));
        await Console.ChangeAsync(db => db.Organizations.Single(found => found.Id == _acme).ScopeCatalogue.Add(new() { Scope = "vm:read" }));

        await AssertRefusedAsync(() => RotateAsync(old), ("scopes/0", "scope.unknown"));
        await AssertRefusedAsync(
            () => RotateAsync(old, expiresAt: new(A.Monday)), (KeyFields.ExpiresAt, "expiry.past"), ("scopes/0", "scope.unknown"));
    }

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var old = await Console.AddKeyAsync(_acme);
        var other = await Console.CreateOrganizationAsync("other");

        await AssertRefusedAsync(() => RotateAsync(old, actor: A.Viewer(_acme)), (null, KeyFailures.MayNotWrite.Code));
        await AssertRefusedAsync(() => RotateAsync(old, actor: A.Support()), (null, KeyFailures.MayNotWrite.Code));
        await AssertRefusedAsync(() => RotateAsync(old, actor: A.Admin(other)), (null, KeyFailures.OrganizationNotFound.Code));
    }

    [Fact]
    public async Task A_management_key_gets_no_secret_of_one_that_can_do_more()
    {
        var writer = Actor.ForManagementKey(Id<ApiKey>.New(A.Monday).ToString(), "writer", _acme, [ManagementScopes.WriteKeys]);
        var stronger = await Console.AddKeyAsync(
            _acme, A.Settings(scopes: [ManagementScopes.WriteKeys, ManagementScopes.RevokeKeys]), KeyKind.Management);

        await AssertRefusedAsync(() => RotateAsync(stronger, actor: writer), (KeyFields.Scopes, KeyFailures.ExceedsActor.Code));
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>().DuplicateAsync(writer, new(stronger), CancellationToken.None),
            (KeyFields.Scopes, KeyFailures.ExceedsActor.Code));
    }

    private Task<Result<CreatedKey>> RotateAsync(
        KeyTarget target, TimeSpan? overlap = null, Optional<DateTimeOffset?> expiresAt = default, Actor? actor = null) =>
        Console.Get<RotateKeyHandler>().RotateAsync(actor ?? A.Admin(_acme), new(target, overlap ?? Hour, expiresAt), CancellationToken.None);

    private async Task<KeyTarget> ExpiredAsync()
    {
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { ExpiresAt = A.Monday.AddMinutes(1) });
        Clock.Pass(TimeSpan.FromMinutes(1));
        return key;
    }
}
