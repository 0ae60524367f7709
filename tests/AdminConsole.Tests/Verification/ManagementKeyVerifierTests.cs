using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

public sealed class ManagementKeyAuthenticationTests : CoreTest
{
    [Fact]
    public async Task Lets_a_management_key_do_what_its_scopes_say_in_its_own_organization_alone()
    {
        var acme = await Console.CreateOrganizationAsync();
        var globex = await Console.CreateOrganizationAsync("globex");
        var created = await CreateAsync(acme, new() { Name = "ci", Scopes = [ManagementScopes.VerifyKeys] });

        var caller = Console.Get<ManagementKeyVerifier>().Authenticate(created.Secret.Reveal(), "10.0.0.1");

        Assert.Equal(acme, caller!.OrganizationId);
        Assert.True(caller.Actor.Can(Permission.VerifyKeys, acme));
        Assert.False(caller.Actor.Can(Permission.ReadKeys, acme));
        Assert.False(caller.Actor.Can(Permission.VerifyKeys, globex));
    }

    [Fact]
    public async Task Refuses_it_from_an_address_that_its_policy_does_not_allow()
    {
        var acme = await Console.CreateOrganizationAsync();
        var created = await CreateAsync(acme, new() { Name = "ci", Scopes = [ManagementScopes.VerifyKeys], AllowedCidrs = ["10.0.0.0/8"] });

        Assert.NotNull(Console.Get<ManagementKeyVerifier>().Authenticate(created.Secret.Reveal(), "10.0.0.1"));
        Assert.Null(Console.Get<ManagementKeyVerifier>().Authenticate(created.Secret.Reveal(), "192.0.2.1"));
        Assert.Null(Console.Get<ManagementKeyVerifier>().Authenticate(created.Secret.Reveal(), null));
    }

    [Fact]
    public async Task Refuses_a_service_key_as_a_credential()
    {
        var acme = await Console.CreateOrganizationAsync();
        var created = await CreateAsync(acme, A.Settings(), KeyKind.Service);

        Assert.Null(Console.Get<ManagementKeyVerifier>().Authenticate(created.Secret.Reveal(), "10.0.0.1"));
    }

    private async Task<CreatedKey> CreateAsync(Id<Organization> organization, KeySettings settings, KeyKind kind = KeyKind.Management) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, settings, kind), default)).Value;
}
