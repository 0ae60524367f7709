using System.Net.Sockets;
using System.Text;
using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Hosting;

public sealed class ShortStopTests : IAsyncLifetime
{
    private readonly ServedConsole _served = new()
    {
        Change = services => services.PostConfigure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(1)),
    };

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_request_that_never_ends_fails_no_stop_and_costs_no_usage()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_served.Address.Host, _served.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /keys HTTP/1.1\r\nHost: "));
        using var answer = await _served.VerifyAsync("""{"secret":"unknown"}""");

        await _served.StopAsync();

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(_served.App.Log.Exceptions);
        await using var db = new ConsoleStore(_served.App.DataDirectory, new()).CreateDbContext();
        Assert.NotEmpty(await db.DailyCounts.ToListAsync());
        Assert.False(new FileInfo(_served.App.DataDirectory.DatabaseFile + "-wal") is { Exists: true, Length: > 0 });
    }

    [Fact]
    public async Task Requests_have_a_few_seconds_to_end()
    {
        await using var app = await ConsoleApp.StartEmptyAsync();

        Assert.Equal(ShortStop.Limit, app.Get<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
