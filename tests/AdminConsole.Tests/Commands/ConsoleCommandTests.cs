using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Commands;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Tests.Commands;

public sealed class ConsoleCommandTests : CommandTest
{
    [Fact]
    public async Task Migrating_makes_the_database_of_a_new_directory_and_prints_nothing()
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Database.Directory.Path))
        {
            File.Delete(file);
        }

        var first = await RunAsync("migrate");
        var again = await RunAsync("migrate");

        Assert.Equal((0, "", ""), (first.ExitCode, first.Output, first.Error));
        Assert.Equal((0, "", ""), (again.ExitCode, again.Output, again.Error));
        Assert.Equal(Tables(before), Tables(await DatabaseContents.ReadAsync(Database.Directory)));
    }

    [Theory]
    [InlineData("operator", "--help")]
    [InlineData("management-key", "--help")]
    [InlineData("demo", "--help")]
    [InlineData("migrate", "--help")]
    [InlineData("operator create", "operator", "create", "--help")]
    [InlineData("reset-password", "operator", "--help")]
    [InlineData("--role", "operator", "create", "--help")]
    [InlineData("keys:verify", "management-key", "create", "--help")]
    [InlineData("--keys", "demo", "-h")]
    public async Task Helps(string expected, params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'operatr'", "operatr", "create")]
    [InlineData("'remove'", "operator", "remove")]
    [InlineData("--email", "operator", "create", "--name", "Ada")]
    [InlineData("--email", "operator", "create", "--name", "Ada", "--email")]
    [InlineData("'King'", "operator", "create", "--name", "Ada", "--email", "ada@example.com", "--role", "King")]
    [InlineData("--password", "operator", "create", "--name", "Ada", "--email", "ada@example.com", "--password", "four calm green herons")]
    [InlineData("--scopes", "management-key", "create", "--organization", "acme", "--name", "gateway")]
    [InlineData("'now'", "migrate", "now")]
    [InlineData("command", "operator")]
    [InlineData("command", "management-key")]
    public Task Refuses_what_it_does_not_understand(string expected, params string[] args) =>
        AssertRefusedAsync(expected, "four calm green herons", args);

    [Fact]
    public async Task Refuses_a_directory_that_a_running_console_has()
    {
        using var taken = DataDirectoryLock.Take(Database.Directory);

        await AssertRefusedAsync("Another AdminConsole process", "", "migrate");
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--urls=http://127.0.0.1:0")]
    [InlineData("urls=http://127.0.0.1:0")]
    [InlineData("/urls", "http://127.0.0.1:0")]
    public void Leaves_settings_to_the_console_that_is_served(params string[] args) => Assert.False(ConsoleCommands.Handles(args));

    private static List<string> Tables(IEnumerable<string> rows) => [.. rows.Select(row => row.Split(':')[0]).Distinct(StringComparer.Ordinal)];
}
