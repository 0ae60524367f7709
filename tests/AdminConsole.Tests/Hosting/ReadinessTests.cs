using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AdminConsole.Tests.Hosting;

public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly TestClock _clock = new(A.Monday);
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _services = new ServiceCollection()
            .AddLogging().AddSingleton<TimeProvider>(_clock).AddConsoleCore(_database.Directory).BuildServiceProvider();
        await _services.GetRequiredService<ConsoleDatabase>().PrepareAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Is_ready_once_every_key_is_loaded_and_while_that_is_fresh()
    {
        var before = await CheckAsync();
        await _services.GetRequiredService<KeyChangePoller>().LoadAsync(CancellationToken.None);
        var loaded = await CheckAsync();
        _clock.Pass(VerificationOptions.Default.MaxStaleness + TimeSpan.FromSeconds(1));

        Assert.Equal([HealthStatus.Unhealthy, HealthStatus.Healthy, HealthStatus.Unhealthy], [before, loaded, await CheckAsync()]);
    }

    [Fact]
    public async Task Has_started_once_every_key_is_loaded_also_when_it_is_stopped_meanwhile()
    {
        var watch = _services.GetRequiredService<KeyChangePoller>();

        watch.BeginLoad();
        await watch.StartedAsync(new(canceled: true));

        Assert.True(_services.GetRequiredService<CachedKeys>().IsLoaded);
    }

    private async Task<HealthStatus> CheckAsync() =>
        (await ActivatorUtilities.CreateInstance<HealthEndpoints.KeysCheck>(_services).CheckHealthAsync(new())).Status;
}
