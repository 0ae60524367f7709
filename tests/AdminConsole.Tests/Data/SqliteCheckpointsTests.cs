using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Data;

public sealed class SqliteCheckpointsTests : CoreTest
{
    private SqliteCheckpoints Checkpoints => Console.Get<SqliteCheckpoints>();

    private FileInfo Log => new(Console.Get<DataDirectory>().DatabaseFile + "-wal");

    [Fact]
    public async Task Leaves_no_log_for_the_next_start_to_read()
    {
        await Checkpoints.StartAsync(default);
        await WriteAsync();
        Assert.True(Log.Length > 0);

        await Checkpoints.StopAsync(default);

        Assert.True(!Log.Exists || Log.Length == 0);
    }

    [Fact]
    public async Task Leaves_no_log_when_the_host_has_waited_long_enough_for_others()
    {
        await Checkpoints.StartAsync(default);
        await WriteAsync();

        await Checkpoints.StopAsync(new CancellationToken(canceled: true));

        Assert.True(!Log.Exists || Log.Length == 0);
    }

    [Fact]
    public async Task Ends_while_somebody_reads_and_loses_nothing()
    {
        await Checkpoints.StartAsync(default);
        await using (var reader = await Console.Get<ConsoleStore>().OpenReaderAsync(default))
        {
            await using var snapshot = reader.BeginTransaction(deferred: true);
            await reader.NumberAsync("SELECT COUNT(*) FROM \"Metadata\"", default);
            await WriteAsync();

            await Checkpoints.StopAsync(default);
        }

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Assert.Contains(db.Metadata, entry => entry.Name == "kept");
    }

    private async Task WriteAsync() => await Console.Get<ConsoleStore>().WriteAsync<int>(
        async db =>
        {
            db.Metadata.Add(new() { Name = "kept", Value = "" });
            return await db.SaveChangesAsync();
        },
        default);
}
