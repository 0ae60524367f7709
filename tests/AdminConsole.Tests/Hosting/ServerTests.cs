using AdminConsole.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Hosting;

public sealed class ServerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/api/v1/keys")]
    [InlineData("/health/live")]
    public async Task Does_not_tell_what_it_is(string path)
    {
        using var client = served.Client();

        var response = await client.GetAsync(path);

        Assert.Empty(response.Headers.Server);
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public void Does_not_wait_for_whoever_reads_its_log()
    {
        var log = served.App.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;

        Assert.Equal(ConsoleLoggerQueueFullMode.DropWrite, log.QueueFullMode);
    }
}
