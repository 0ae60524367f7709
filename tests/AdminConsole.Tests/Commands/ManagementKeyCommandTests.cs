using AdminConsole.Core.Access;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Commands;

public sealed class ManagementKeyCommandTests : CommandTest
{
    [Fact]
    public async Task Prints_a_secret_that_works_alone_on_a_line()
    {
        var acme = await Console.CreateOrganizationAsync();

        var run = await RunAsync("management-key", "create", "--organization", "acme", "--scopes", "keys:verify, keys:read", "--name", "gateway");

        var secret = run.Output.TrimEnd('\r', '\n');
        await Console.Get<KeyChangePoller>().LookAsync(CancellationToken.None);
        var caller = Console.Get<ManagementKeyVerifier>().Authenticate(secret, null);
        Assert.Equal((0, secret + Environment.NewLine, ""), (run.ExitCode, run.Output, run.Error));
        Assert.Matches("^akc_mgmt_[0-9A-Za-z]+$", secret);
        Assert.Equal(acme, caller!.OrganizationId);
        Assert.True(caller.Actor.Can(Permission.VerifyKeys, acme) && caller.Actor.Can(Permission.ReadKeys, acme));
        Assert.False(caller.Actor.Can(Permission.WriteKeys, acme));
    }

    [Theory]
    [InlineData("no such organization", "none", "keys:verify", "gateway")]
    [InlineData("scopes/1: ", "acme", "keys:verify,keys:everything", "gateway")]
    [InlineData("scopes: ", "acme", ",", "gateway")]
    [InlineData("name: ", "acme", "keys:verify", " ")]
    public async Task Names_what_is_wrong(string expected, string organization, string scopes, string name)
    {
        await Console.CreateOrganizationAsync();

        await AssertRefusedAsync(expected, "", "management-key", "create", "--organization", organization, "--scopes", scopes, "--name", name);
    }
}
