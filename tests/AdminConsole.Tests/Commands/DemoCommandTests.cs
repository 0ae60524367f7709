using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Commands;

public sealed class DemoCommandTests : CommandTest
{
    [Fact]
    public async Task Adds_keys_to_an_organization_that_it_makes_when_there_is_none()
    {
        var first = await RunAsync("demo", "--keys", "7");
        var second = await RunAsync("demo", "--keys", "3");

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal("demo", (await db.Organizations.SingleAsync()).Slug);
        Assert.Equal(10, await db.ApiKeys.CountAsync());
    }

    [Fact]
    public async Task Adds_them_to_the_organization_that_is_named()
    {
        var acme = await Console.CreateOrganizationAsync();

        await RunAsync("demo", "--keys", "5", "--organization", "acme");

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal(5, await db.ApiKeys.CountAsync(key => key.OrganizationId == acme));
    }

    [Theory]
    [InlineData("slug: ", "--keys", "1", "--organization", "Not A Slug")]
    [InlineData("--keys", "--keys", "-1")]
    [InlineData("--keys", "--keys", "many")]
    [InlineData("--keys", "--organization", "acme")]
    public Task Names_what_is_wrong(string expected, params string[] args) => AssertRefusedAsync(expected, "", ["demo", .. args]);
}
