using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

/// <summary>No way of making or editing a key gives a management key more than it has: neither scopes, nor networks, nor time.</summary>
public sealed class ManagementReachTests : CoreTest
{
    private static readonly KeySettings Own = A.Settings("writer", ManagementScopes.WriteKeys) with
    {
        AllowedCidrs = ["10.0.0.0/8"],
        BlockedCidrs = ["10.9.0.0/16"],
        ExpiresAt = A.Monday.AddDays(30),
    };

    private Id<Organization> _acme;
    private CreatedKey _own = null!;
    private Actor _writer = null!;

    /// <summary>What goes beyond the caller's own key, and the field that does.</summary>
    public static TheoryData<KeySettings, string> Beyond => new()
    {
        { Own with { Scopes = [ManagementScopes.WriteKeys, ManagementScopes.RevokeKeys] }, KeyFields.Scopes },
        { Own with { AllowedCidrs = [] }, KeyFields.AllowedCidrs },
        { Own with { AllowedCidrs = ["10.0.0.0/8", "192.0.2.1/32"] }, KeyFields.AllowedCidrs },
        { Own with { BlockedCidrs = ["10.9.0.0/17"] }, KeyFields.BlockedCidrs },
        { Own with { ExpiresAt = null }, KeyFields.ExpiresAt },
        { Own with { ExpiresAt = A.Monday.AddDays(30).AddMilliseconds(1) }, KeyFields.ExpiresAt },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _own = (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(_acme, Own, KeyKind.Management), CancellationToken.None)).Value;
        _writer = Console.Get<ManagementKeyVerifier>().Authenticate(_own.Secret.Reveal(), "10.1.2.3")!.Actor;
    }

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task Refuses_to_issue_rotate_duplicate_and_edit_beyond_its_own(KeySettings wider, string field)
    {
        var stronger = await Console.AddKeyAsync(_acme, wider, KeyKind.Management);
        var equal = await Console.AddKeyAsync(_acme, Own, KeyKind.Management);

        await AssertRefusedAsync(
            () => Console.Get<CreateKeyHandler>().CreateAsync(_writer, new(_acme, wider, KeyKind.Management), CancellationToken.None),
            (field, "key.exceeds_actor"));
        await AssertRefusedAsync(
            () => Console.Get<RotateKeyHandler>().RotateAsync(_writer, new(stronger, TimeSpan.Zero), CancellationToken.None),
            (field, "key.exceeds_actor"));
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>().DuplicateAsync(_writer, new(stronger), CancellationToken.None),
            (field, "key.exceeds_actor"));
        await AssertRefusedAsync(() => EditAsync(equal, KeyPatch.Between(Own, wider)), (field, "key.exceeds_actor"));
        await AssertRefusedAsync(() => EditAsync(new(_acme, _own.Id), KeyPatch.Between(Own, wider)), (field, "key.exceeds_actor"));
    }

    [Fact]
    public async Task Allows_what_is_no_more_than_its_own()
    {
        var less = Own with { AllowedCidrs = ["10.1.0.0/16"], BlockedCidrs = ["10.9.0.0/16", "10.1.1.0/24"], ExpiresAt = A.Monday.AddDays(1) };

        Assert.True(
            (await Console.Get<CreateKeyHandler>().CreateAsync(_writer, new(_acme, less, KeyKind.Management), CancellationToken.None)).Succeeded);
        Assert.True((await EditAsync(new(_acme, _own.Id), KeyPatch.Between(Own, less))).Succeeded);
    }

    [Fact]
    public async Task Can_replace_itself_by_its_like()
    {
        var successor = await Console.Get<RotateKeyHandler>().RotateAsync(_writer, new(new(_acme, _own.Id), TimeSpan.Zero), CancellationToken.None);

        Assert.NotNull(Console.Get<ManagementKeyVerifier>().Authenticate(successor.Value.Secret.Reveal(), "10.1.2.3"));
        Assert.Null(Console.Get<ManagementKeyVerifier>().Authenticate(_own.Secret.Reveal(), "10.1.2.3"));
    }

    [Fact]
    public async Task Gives_a_service_key_whatever_it_is_asked_for()
    {
        var service = A.Settings("service", "vm:read");

        Assert.True((await Console.Get<CreateKeyHandler>().CreateAsync(_writer, new(_acme, service), CancellationToken.None)).Succeeded);
    }

    private Task<Result<int>> EditAsync(KeyTarget key, KeyPatch patch) =>
        Console.Get<EditKeyHandler>().EditAsync(_writer, new(key, 1, patch), CancellationToken.None);
}
