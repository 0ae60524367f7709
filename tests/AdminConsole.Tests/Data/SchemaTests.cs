using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Data;

public sealed class SchemaTests : CoreTest
{
    [Fact]
    public async Task Is_the_newest_once_the_database_is_prepared()
    {
        await using var connection = await Console.Get<ConsoleStore>().OpenReaderAsync(CancellationToken.None);

        Assert.True(await Schema.IsNewestAsync(connection, CancellationToken.None));
    }

    [Fact]
    public async Task Is_not_the_newest_while_any_migration_is_missing()
    {
        await using var db = Console.Get<ConsoleStore>().CreateSelfLockingContext();
        await db.Database.OpenConnectionAsync();
        foreach (var migration in db.Database.GetMigrations())
        {
            await using var undone = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}");

            Assert.False(await Schema.IsNewestAsync(db.Database.GetDbConnection(), CancellationToken.None));
        }
    }

    [Fact]
    public async Task Is_not_the_newest_of_an_empty_database()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();

        Assert.False(await Schema.IsNewestAsync(connection, CancellationToken.None));
    }
}
