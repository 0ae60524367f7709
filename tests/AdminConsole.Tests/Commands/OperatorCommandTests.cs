using AdminConsole.Core.Data;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Commands;

public sealed class OperatorCommandTests : CommandTest
{
    private const string Email = "ada@example.com";
    private const string Password = "four calm green herons";

    [Fact]
    public async Task Adds_somebody_who_can_sign_in_and_prints_the_id_alone()
    {
        var acme = await Console.CreateOrganizationAsync();

        var run = await RunWithInputAsync(
            Password + "\n", "operator", "create", "--email", Email, "--name", "Ada", "--organization", "acme", "--role", "Admin");

        var ada = await SignedInAsync();
        Assert.Equal((0, ada.ShownId + Environment.NewLine, ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal((acme, OperatorRole.Admin, false), (ada.Memberships[0].OrganizationId, ada.Memberships[0].Role, ada.IsSupport));
    }

    [Fact]
    public async Task Adds_support_staff_who_belong_to_no_organization()
    {
        await RunWithInputAsync(Password, "operator", "create", "--email", Email, "--name", "Sue", "--support");

        var sue = await SignedInAsync();
        Assert.True(sue.IsSupport);
        Assert.Empty(sue.Memberships);
    }

    [Fact]
    public async Task Resets_a_password_that_was_forgotten()
    {
        const string Better = "seven quiet amber lanterns";
        await RunWithInputAsync(Password, "operator", "create", "--email", Email, "--name", "Ada");

        var run = await RunWithInputAsync(Better, "operator", "reset-password", "--email", Email);

        Assert.Equal(0, run.ExitCode);
        Assert.True((await SignInAsync(Better)).Succeeded);
        Assert.False((await SignInAsync(Password)).Succeeded);
    }

    [Theory]
    [InlineData("password: ", "short", "operator", "create", "--email", Email, "--name", "Ada")]
    [InlineData("password: ", "", "operator", "create", "--email", Email, "--name", "Ada")]
    [InlineData("email: ", Password, "operator", "create", "--email", "nobody", "--name", "Ada")]
    [InlineData("displayName: ", Password, "operator", "create", "--email", Email, "--name", " ")]
    [InlineData("organization: ", Password, "operator", "create", "--email", Email, "--name", "Ada", "--organization", "none")]
    [InlineData("email: ", Password, "operator", "reset-password", "--email", Email)]
    [InlineData("password: ", "short", "operator", "reset-password", "--email", Email)]
    public Task Names_what_is_wrong(string field, string input, params string[] args) => AssertRefusedAsync(field, input, args);

    [Fact]
    public async Task Never_prints_a_password()
    {
        var added = await RunWithInputAsync(Password, "operator", "create", "--email", Email, "--name", "Ada");
        var again = await RunWithInputAsync(Password, "operator", "create", "--email", Email, "--name", "Ada");

        Assert.Equal((0, 1), (added.ExitCode, again.ExitCode));
        Assert.DoesNotContain(Password, added.Output + added.Error + again.Output + again.Error, StringComparison.Ordinal);
    }

    private async Task<Operator> SignedInAsync()
    {
        var person = (await SignInAsync(Password)).Value;
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.Users.Include(found => found.Memberships).SingleAsync(found => found.Id == person.Id);
    }

    private Task<Result<Operator>> SignInAsync(string password) =>
        Console.Get<OperatorSignIn>().CheckAsync(Email, password, null, CancellationToken.None);
}
