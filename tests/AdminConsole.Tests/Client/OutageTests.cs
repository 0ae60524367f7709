using System.Net;
using AdminConsole.Client;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Client;

/// <summary>A console that goes down, and a service that goes on.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhenDown = TimeSpan.FromSeconds(90);

    private readonly ServedConsole _console = new();

    private TestClock Clock => _console.App.Clock;

    public ValueTask InitializeAsync() => _console.InitializeAsync();

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task Answers_are_believed_for_the_configured_time_and_then_refused_as_unavailable()
    {
        await using var service = await StartAsync();
        var key = await KeptKeyAsync(service);
        await _console.StopAsync();

        Clock.Pass(MaxAge);
        var older = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        Clock.Pass(WhenDown - TimeSpan.FromMilliseconds(1));
        var oldest = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        Clock.Pass(TimeSpan.FromMilliseconds(1));
        using var tooOld = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (older.StatusCode, oldest.StatusCode));
        await AssertUnavailableAsync(tooOld);
    }

    [Fact]
    public async Task A_key_that_was_not_asked_about_before_is_refused_as_unavailable()
    {
        await using var service = await StartAsync();
        var key = await _console.CreateAsync(A.Settings());
        await _console.StopAsync();

        using var refused = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        await AssertUnavailableAsync(refused);
    }

    [Fact]
    public async Task No_answer_outlives_its_key()
    {
        await using var service = await StartAsync();
        var key = await KeptKeyAsync(service, A.Settings() with { ExpiresAt = Clock.Now + MaxAge + TimeSpan.FromSeconds(10) });
        await _console.StopAsync();

        Clock.Pass(MaxAge);
        var living = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        Clock.Pass(TimeSpan.FromSeconds(10));
        using var expired = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal(HttpStatusCode.OK, living.StatusCode);
        await AssertUnavailableAsync(expired);
    }

    [Fact]
    public async Task A_console_that_has_lost_its_database_is_down_too_and_asked_again_soon()
    {
        await using var service = await StartAsync();
        var key = await KeptKeyAsync(service);
        await _console.Console.LoseDatabaseAsync();

        Clock.Pass(MaxAge + TimeSpan.FromSeconds(1));
        var older = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        var asked = service.Wire.Questions;
        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        var rested = service.Wire.Questions;
        Clock.Pass(ConsoleOutage.Rest);
        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
        Assert.Equal((asked, asked + 1), (rested, service.Wire.Questions));
        await _console.Console.RestoreDatabaseAsync();
    }

    [Fact]
    public async Task A_console_that_does_not_answer_in_time_is_down()
    {
        await using var service = await GuardedService.StartAsync(_console, options => options.Timeout = TimeSpan.FromMilliseconds(50));
        var key = await _console.CreateAsync(A.Settings());
        service.Wire.Hold();

        using var refused = await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        await AssertUnavailableAsync(refused);
    }

    private Task<GuardedService> StartAsync() => GuardedService.StartAsync(_console, options => options.AnswerFromCacheWhenDown = WhenDown);

    private async Task<CreatedKey> KeptKeyAsync(GuardedService service, KeySettings? settings = null)
    {
        var key = await _console.CreateAsync(settings ?? A.Settings());
        await service.HasHeardAsync(_console);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(GuardedService.Any, key.Secret.Reveal())).StatusCode);
        return key;
    }

    private static async Task AssertUnavailableAsync(HttpResponseMessage refused)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("key.unavailable", (await refused.ReadJsonAsync()).Code());
        Assert.NotNull(refused.Headers.RetryAfter);
    }
}
