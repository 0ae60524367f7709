using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Usage;

/// <summary>Usage over a private database, written down when the test says so; a process can end at any point, and another begin.</summary>
public abstract class UsageTest : CoreTest, IAsyncDisposable
{
    private readonly List<ServiceProvider> _processes = [];

    protected IServiceProvider Process => _processes[^1];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RestartAsync();
    }

    public new async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>()
        where T : notnull => Process.GetRequiredService<T>();

    /// <summary>Ends the process as a crash does, without a word to its services, and begins another.</summary>
    protected async Task RestartAsync(Action<UsageOptions>? change = null)
    {
        _processes.Add(new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddConsoleCore(Database.Directory)
            .Configure(change ?? (_ => { }))
            .BuildServiceProvider());
        await TestConsole.PrepareAsync(Process);
    }

    protected void Record(params IEnumerable<UsageEvent> events)
    {
        foreach (var use in events)
        {
            Get<UsageRecorder>().Record(use);
        }
    }

    /// <summary>A use of the key, accepted on Monday from 10.0.0.1.</summary>
    protected async Task<UsageEvent> UseOfAsync(KeyTarget key)
    {
        await using var db = Get<ConsoleStore>().CreateDbContext();
        var row = await db.ApiKeys.Where(found => found.Id == key.KeyId).Select(found => found.Row).SingleAsync();
        return new(A.Monday, key.OrganizationId, row, DecisionCode.Valid) { Address = Address("10.0.0.1") };
    }

    protected static ClientAddress Address(string text) =>
        ClientAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    protected Task FlushAsync() => Get<EventLogWriter>().FlushAsync(CancellationToken.None);

    protected Task RollUpAsync() => Get<UsageRollUp>().RunAsync(CancellationToken.None);

    protected async Task<Dictionary<UsageDimensions, UsageCount>> DailyCountsAsync()
    {
        await using var db = Get<ConsoleStore>().CreateDbContext();
        return (await db.DailyCounts.ToListAsync()).ToDictionary(row => row.Dimensions, row => row.Counted);
    }

    /// <summary>From now on, rows of the table to which the condition applies cannot be written.</summary>
    protected Task RefuseAsync(string table, string condition) => ExecuteAsync(
        $"CREATE TRIGGER refused BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'refused'); END");

    protected Task RefuseNoMoreAsync() => ExecuteAsync("DROP TRIGGER refused");

    private async Task ExecuteAsync(string sql)
    {
        await using var db = Get<ConsoleStore>().CreateSelfLockingContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
