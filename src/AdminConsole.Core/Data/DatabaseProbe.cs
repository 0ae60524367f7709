using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Core.Data;

/// <summary>Asks the database for no more than a sign of life.</summary>
public sealed class DatabaseProbe(ConsoleStore store)
{
    /// <summary>Of the library, which has faults to know about (DESIGN 12); no question to the file.</summary>
    public static string SqliteVersion
    {
        get
        {
            using var connection = new SqliteConnection();
            return connection.ServerVersion;
        }
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await store.OpenReaderAsync(cancellation);
            await connection.NumberAsync("SELECT EXISTS (SELECT 1 FROM \"Organizations\")", cancellation);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
