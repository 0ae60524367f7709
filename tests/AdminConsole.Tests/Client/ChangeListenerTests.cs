using System.Threading.Channels;
using AdminConsole.Client;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Tests.Client;

/// <summary>What a console can send that no real one can be made to: silence, and news of its own choice.</summary>
public sealed class ChangeListenerTests : IAsyncLifetime
{
    private readonly TimerClock _clock = new();
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private readonly TestLog _log = new();
    private int _status = StatusCodes.Status200OK;
    private WebApplication _console = null!;
    private ServiceProvider _service = null!;

    private ChangeListener Listener => _service.GetRequiredService<ChangeListener>();

    private AnswerCache Answers => _service.GetRequiredService<AnswerCache>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        _console = builder.Build();
        _console.MapGet(KeyFeed.Path, SendAsync);
        await _console.StartAsync();
        _service = Service(_console.Urls.Single());
        await Listener.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await Listener.StopAsync(default);
        await _service.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_is_silent_for_too_long_is_dead_and_made_anew_from_where_it_was()
    {
        var first = await AskedAsync();
        await HearAsync("heartbeat", "7", "{}");

        _clock.Pass(TimeSpan.FromSeconds(15));
        await Eventually.IsTrueAsync(() => !Listener.IsListening);
        var second = await AskedAsync();

        Assert.Equal(("", "7"), (first, second));
    }

    [Fact]
    public async Task A_sign_of_life_keeps_a_connection_alive()
    {
        await AskedAsync();
        await HearAsync("heartbeat", "7", "{}");

        _clock.Pass(TimeSpan.FromSeconds(14));
        await HearAsync("heartbeat", "8", "{}");
        _clock.Pass(TimeSpan.FromSeconds(14));
        await HearAsync("heartbeat", "9", "{}");

        Assert.True(Listener.IsListening);
        Assert.False(_asked.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("reset", "{}", 0)]
    [InlineData("heartbeat", "{}", 2)]
    [InlineData("revoked", """{"key":"key_1","policyVersion":2}""", 1)]
    [InlineData("changed", """{"key":"key_1","policyVersion":2}""", 1)]
    [InlineData("deleted", """{"key":"key_1"}""", 1)]
    [InlineData("changed", """{"key":"key_3","policyVersion":2}""", 2)]
    [InlineData("aSortThatIsYetToCome", """{"key":"key_1","more":[]}""", 1)]
    public async Task News_of_a_key_cost_what_is_kept_of_it_and_starting_over_costs_all(string type, string data, int left)
    {
        await HearAsync("heartbeat", "7", "{}");
        Keep("key_1");
        Keep("key_2");

        await HearAsync(type, "8", data);

        Assert.Equal(left, Answers.Count);
    }

    [Fact]
    public async Task What_was_kept_before_the_first_connection_is_kept_no_longer()
    {
        Keep("key_1");

        await HearAsync("heartbeat", "7", "{}");

        Assert.Equal(0, Answers.Count);
    }

    [Fact]
    public async Task News_that_nobody_understands_cost_the_connection_and_not_the_service()
    {
        await AskedAsync();
        await HearAsync("heartbeat", "7", "{}");

        await _events.Writer.WriteAsync("event: changed\nid: 8\ndata: nonsense\n\n");
        await Eventually.IsTrueAsync(() => !Listener.IsListening);

        Assert.Equal("7", await AskedAsync());
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status403Forbidden)]
    public async Task A_management_key_that_is_refused_is_called_refused(int status)
    {
        await AskedAsync();
        _status = status;
        await _events.Writer.WriteAsync("event: changed\nid: 8\ndata: nonsense\n\n");

        await AskedAsync();
        await Eventually.IsTrueAsync(
            () => _log.Lines.Any(line => line.StartsWith($"The console refuses this service's management key ({status})", StringComparison.Ordinal)));

        Assert.False(Listener.IsListening);
    }

    private void Keep(string key) => Answers.Keep(key, KeptAnswersTests.Answer(key), _clock.GetTimestamp(), Answers.Changes);

    /// <summary>Sends an event, and waits until it was heard.</summary>
    private async Task HearAsync(string type, string id, string data)
    {
        await _events.Writer.WriteAsync($"event: {type}\nid: {id}\ndata: {data}\n\n");
        await Eventually.IsTrueAsync(() => Listener.Position == id);
    }

    /// <summary>Which event the service names as its last, when it asks next. Lets the pause before that pass.</summary>
    private async Task<string> AskedAsync()
    {
        var asked = _asked.Reader.WaitToReadAsync().AsTask();
        while (await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(300))) != asked)
        {
            _clock.Pass(TimeSpan.FromMilliseconds(500));
        }

        return await _asked.Reader.ReadAsync();
    }

    private async Task SendAsync(HttpContext http)
    {
        await _asked.Writer.WriteAsync(http.Request.Headers["Last-Event-ID"].ToString());
        http.Response.StatusCode = _status;
        if (_status != StatusCodes.Status200OK)
        {
            return;
        }

        http.Response.ContentType = "text/event-stream";
        await http.Response.StartAsync();
        await foreach (var news in _events.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.WriteAsync(news, http.RequestAborted);
        }
    }

    private ServiceProvider Service(string console)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("AdminConsole:Address", console), new("AdminConsole:ManagementKey", "akc_mgmt_0123456789")])
            .Build());
        services.AddAuthentication().AddAdminConsoleKeys();
        return services.BuildServiceProvider();
    }
}
