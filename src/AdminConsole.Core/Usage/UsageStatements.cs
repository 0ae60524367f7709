using System.Data.Common;
using AdminConsole.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminConsole.Usage;

/// <summary>The two statements of a roll-up, prepared once a transaction: thousands of rows are written by each.</summary>
internal sealed class UsageStatements : IAsyncDisposable
{
    private const string AddTuple = """
        INSERT INTO "UsageTuples" ("KeyRow", "OrganizationId", "Day", "Code", "Address", "Scopes", "Count", "FirstSeen", "LastSeen", "ThroughBlock")
        VALUES (@keyRow, @organization, @day, @code, @address, @scopes, @count, @first, @last, @through)
        ON CONFLICT ("KeyRow", "Day", "Code", "Address", "Scopes", "OrganizationId") DO UPDATE SET
            "Count" = "UsageTuples"."Count" + excluded."Count",
            "FirstSeen" = CASE WHEN excluded."FirstSeen" < "UsageTuples"."FirstSeen" THEN excluded."FirstSeen" ELSE "UsageTuples"."FirstSeen" END,
            "LastSeen" = CASE WHEN excluded."LastSeen" > "UsageTuples"."LastSeen" THEN excluded."LastSeen" ELSE "UsageTuples"."LastSeen" END,
            "ThroughBlock" = excluded."ThroughBlock"
        WHERE "UsageTuples"."ThroughBlock" < excluded."ThroughBlock"
        """;

    private const string UseKey = """
        UPDATE "KeyLastUses" SET "At" = @at, "Address" = @address
        WHERE "KeyRow" = @row AND ("At" IS NULL OR "At" < @at)
        """;

    private readonly DbCommand _addTuple;
    private readonly DbCommand _useKey;

    public UsageStatements(ConsoleDbContext db)
    {
        _addTuple = Command(db, AddTuple, "keyRow", "organization", "day", "code", "address", "scopes", "count", "first", "last", "through");
        _useKey = Command(db, UseKey, "at", "address", "row");
    }

    /// <summary>Adds the count, unless the row counts through that block already.</summary>
    public Task AddAsync(UsageTuple tuple, UsageCount count, long through, CancellationToken cancellation) => RunAsync(
        _addTuple,
        cancellation,
        tuple.KeyRow,
        tuple.OrganizationId.Value,
        tuple.Day.DayNumber,
        tuple.Code.ToString(),
        tuple.Address,
        tuple.Scopes,
        count.Count,
        count.FirstSeen.ToUnixTimeMilliseconds(),
        count.LastSeen.ToUnixTimeMilliseconds(),
        through);

    /// <summary>Notes the last use of a key, unless a later one is known.</summary>
    public Task UseAsync(LastUse use, CancellationToken cancellation) =>
        RunAsync(_useKey, cancellation, use.At.ToUnixTimeMilliseconds(), use.Address ?? (object)DBNull.Value, use.KeyRow);

    public async ValueTask DisposeAsync()
    {
        await _addTuple.DisposeAsync();
        await _useKey.DisposeAsync();
    }

    private static DbCommand Command(ConsoleDbContext db, string sql, params string[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Both texts are constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task RunAsync(DbCommand command, CancellationToken cancellation, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
