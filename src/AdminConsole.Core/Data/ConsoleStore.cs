using AdminConsole.Core.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AdminConsole.Core.Data;

/// <summary>
/// The way to the database: contexts that read, and writes one at a time. Every use case reads through
/// <see cref="CreateDbContext"/> and changes through <see cref="WriteAsync"/>.
/// </summary>
public sealed class ConsoleStore(DataDirectory directory, WriteLock writeLock) : IDbContextFactory<ConsoleDbContext>
{
    /// <summary>The assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "AdminConsole.Migrations.Sqlite";

    // Made when first asked for: a start needs no more than PlainSql.
    private readonly Lazy<PooledDbContextFactory<ConsoleDbContext>> _readers = new(() =>
        new(Options(SqliteConnections.ReaderConnection(directory.DatabaseFile)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options));

    private readonly Lazy<PooledDbContextFactory<ConsoleDbContext>> _writers = new(() =>
        new(Options(SqliteConnections.WriterConnection(directory.DatabaseFile))
            .AddInterceptors(new SqliteConnections.WriterInterceptor(), new WriteLockInterceptor(writeLock))
            .Options));

    /// <summary>A context that reads: it tracks nothing, and its connection cannot write.</summary>
    public ConsoleDbContext CreateDbContext() => _readers.Value.CreateDbContext();

    /// <summary>A connection that cannot write either, for <see cref="PlainSql"/>.</summary>
    public async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(SqliteConnections.ReaderConnection(directory.DatabaseFile));
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>
    /// A context that takes the write lock by itself whenever it saves. For ASP.NET Core Identity and for migrating; not for use cases.
    /// </summary>
    public ConsoleDbContext CreateSelfLockingContext() => _writers.Value.CreateDbContext();

    /// <summary>
    /// Runs <paramref name="work"/> in one write transaction, alone. A failure, as an exception, leaves nothing behind.
    /// </summary>
    /// <exception cref="StorageBusyException">The turn to write did not come in time; nothing was changed.</exception>
    public async Task<Result<T>> WriteAsync<T>(Func<ConsoleDbContext, Task<Result<T>>> work, CancellationToken cancellation)
    {
        using var turn = await writeLock.TakeAsync(cancellation);
        return await WriteAloneAsync(work, cancellation);
    }

    /// <summary>The same, and saves what <paramref name="work"/> has changed.</summary>
    public Task<Result<T>> SaveAsync<T>(Func<ConsoleDbContext, Task<Result<T>>> work, CancellationToken cancellation) => WriteAsync(
        async db =>
        {
            var result = await work(db);
            if (result.Succeeded)
            {
                await db.SaveChangesAsync(cancellation);
            }

            return result;
        },
        cancellation);

    private async Task<Result<T>> WriteAloneAsync<T>(Func<ConsoleDbContext, Task<Result<T>>> work, CancellationToken cancellation)
    {
        await using var db = _writers.Value.CreateDbContext();

        // BEGIN IMMEDIATE: what is read in here is still so when it is written.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await work(db);
        if (result.Succeeded)
        {
            // From here on the change is wanted, also by somebody who no longer waits for it.
            await transaction.CommitAsync(CancellationToken.None);
        }

        return result;
    }

    private static DbContextOptionsBuilder<ConsoleDbContext> Options(string connection) => new DbContextOptionsBuilder<ConsoleDbContext>()
        .UseSqlite(connection, sqlite => sqlite
            .MigrationsAssembly(SqliteMigrations)

            // A list as one parameter, not as one for each of its values: the statement stays the same, and is made once.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new TextSearch.Interceptor())
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning));
}
