using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminConsole.Core.Data;

internal static class ReadSnapshot
{
    /// <summary>Lets several queries see the database as it is at the first of them.</summary>
    public static async Task<IDbContextTransaction> BeginSnapshotAsync(this ConsoleDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);

        // EF's own transactions begin as writes, which a connection that reads may not.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancellation))!;
    }
}
