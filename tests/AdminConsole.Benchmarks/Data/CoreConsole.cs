using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Core.Verification.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Benchmarks.Data;

/// <summary>The console's use cases over a data directory, without HTTP.</summary>
internal sealed class CoreConsole : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CoreConsole(ServiceProvider services) => _services = services;

    public static async Task<CoreConsole> OpenAsync(string directory, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddConsoleCore(new(directory)).BuildServiceProvider();
        services.GetRequiredService<DataDirectoryLock>();
        await services.GetRequiredService<ConsoleDatabase>().PrepareAsync(cancellation);
        return new(services);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>As a served console has them: every change is then taken over into memory too.</summary>
    public Task LoadKeysAsync(CancellationToken cancellation) => Get<KeyChangePoller>().LoadAsync(cancellation);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
