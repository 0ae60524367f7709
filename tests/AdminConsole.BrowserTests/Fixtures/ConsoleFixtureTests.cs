namespace AdminConsole.BrowserTests.Fixtures;

[Collection(ConsoleCollection.Name)]
public sealed class ConsoleFixtureTests(ConsoleFixture console)
{
    [Fact]
    public async Task A_page_that_asks_another_host_for_something_fails_its_test()
    {
        var elsewhere = console.Console.Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => console.WithPageAsync(page => page.GotoAsync($"{elsewhere}/health/live")));

        Assert.Contains($"{elsewhere}/health/live", failure.Message, StringComparison.Ordinal);
    }
}
