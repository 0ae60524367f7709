using AdminConsole.Core;
using AdminConsole.Core.Results;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Use cases alone, without a page.</summary>
public abstract class CoreTest : IAsyncLifetime
{
    private ServiceProvider? _services;
    private TestDatabase? _database;

    protected TestClock Clock { get; } = new(A.Monday);

    protected TestConsole Console { get; private set; } = null!;

    protected TestDatabase Database => _database ?? throw new InvalidOperationException("The test has not begun.");

    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddConsoleCore(_database.Directory)
            .BuildServiceProvider();
        Console = await TestConsole.PrepareAsync(_services);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _database?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The change is refused for exactly these reasons, each with a message, and leaves the database as it was.</summary>
    protected async Task AssertRefusedAsync<T>(Func<Task<Result<T>>> change, params (string? Field, string Code)[] faults)
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var refused = await change();

        Assert.Equal(faults, refused.Failures.Select(failure => (failure.Field, failure.Code)));
        Assert.All(refused.Failures, failure => Assert.False(string.IsNullOrWhiteSpace(failure.Message)));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }
}
