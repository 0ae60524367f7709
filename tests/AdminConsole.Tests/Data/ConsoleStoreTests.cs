using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Data;

public sealed class ConsoleStoreTests : CoreTest
{
    private static readonly Failure Refused = new(FailureKind.Conflict, "test.refused", "No.");

    [Fact]
    public async Task Leaves_nothing_behind_when_a_write_fails()
    {
        var store = Console.Get<ConsoleStore>();

        var failed = await store.WriteAsync<int>(
            async db =>
            {
                db.Metadata.Add(new() { Name = "half", Value = "done" });
                await db.SaveChangesAsync();
                return Refused;
            },
            default);

        await using var read = store.CreateDbContext();
        Assert.False(failed.Succeeded);
        Assert.False(await read.Metadata.AnyAsync(entry => entry.Name == "half"));
    }

    [Fact]
    public async Task Refuses_to_write_through_a_context_that_reads()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        db.Metadata.Add(new() { Name = "sneaked", Value = "in" });

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(8, Assert.IsType<SqliteException>(refused.InnerException).SqliteErrorCode);
    }

    [Fact]
    public async Task Lets_one_write_go_on_at_a_time()
    {
        var running = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Console.Get<ConsoleStore>().WriteAsync<int>(
            async db =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                db.Metadata.Add(new() { Name = $"entry-{number}", Value = "" });
                await db.SaveChangesAsync();
                Interlocked.Decrement(ref running);
                return number;
            },
            default)));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Commits_to_the_disk_and_never_checkpoints_by_itself()
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();
        await db.Database.OpenConnectionAsync();

        Assert.Equal(2, await PragmaAsync(db, "synchronous"));
        Assert.Equal(0, await PragmaAsync(db, "wal_autocheckpoint"));
        Assert.Equal(1, await PragmaAsync(db, "foreign_keys"));
    }

    [Fact]
    public async Task Keeps_what_undoes_a_statement_in_memory()
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();
        await db.Database.OpenConnectionAsync();

        Assert.Equal(2, await PragmaAsync(db, "temp_store"));
    }

    [Fact]
    public void Refuses_a_second_process_with_a_message_that_says_what_to_do()
    {
        var directory = Console.Get<DataDirectory>();
        using var first = DataDirectoryLock.Take(directory);

        var refused = Assert.Throws<ConsoleStartException>(() => { using var second = DataDirectoryLock.Take(directory); });

        Assert.Contains("stop that one first", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_start_with_another_pepper()
    {
        var directory = Console.Get<DataDirectory>();
        var pepper = Path.Combine(directory.Path, "pepper.json");
        File.Delete(pepper);
        PepperRing.Open(directory.Path, storedCanary: null);

        var refused = await Assert.ThrowsAsync<ConsoleStartException>(() => Console.Get<ConsoleDatabase>().PrepareAsync(default));

        Assert.Contains("pepper", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_new_pepper_for_a_database_that_had_one()
    {
        File.Delete(Path.Combine(Console.Get<DataDirectory>().Path, "pepper.json"));

        await Assert.ThrowsAsync<ConsoleStartException>(() => Console.Get<ConsoleDatabase>().PrepareAsync(default));

        Assert.False(File.Exists(Path.Combine(Console.Get<DataDirectory>().Path, "pepper.json")));
    }

    [Fact]
    public async Task Has_a_migration_for_everything_in_the_model()
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task<long> PragmaAsync(ConsoleDbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name};";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
