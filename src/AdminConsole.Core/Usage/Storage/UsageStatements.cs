using System.Buffers;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Recording;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Usage.Storage;

/// <summary>
/// The two statements of a roll-up. Each writes many rows, which it is given as JSON: a command for each row would cost more than the row does, and
/// leave more behind than the verifications that it counts. No text in it holds a control character, which SQLite might end it at: sets of scopes are
/// JSON themselves.
/// </summary>
internal static class UsageStatements
{
    /// <summary>Few enough that their JSON is no large object to the garbage collector.</summary>
    private const int RowsAtOnce = 200;

    private const string AddCounts = """
        INSERT INTO "DailyCounts" ("KeyRow", "OrganizationId", "Day", "Code", "Address", "Scopes", "Count", "FirstSeen", "LastSeen", "ThroughBlock")
        SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, {1} FROM json_each({0}) WHERE true
        ON CONFLICT ("KeyRow", "Day", "Code", "Address", "Scopes", "OrganizationId") DO UPDATE SET
            "Count" = "DailyCounts"."Count" + excluded."Count",
            "FirstSeen" = CASE WHEN excluded."FirstSeen" < "DailyCounts"."FirstSeen" THEN excluded."FirstSeen" ELSE "DailyCounts"."FirstSeen" END,
            "LastSeen" = CASE WHEN excluded."LastSeen" > "DailyCounts"."LastSeen" THEN excluded."LastSeen" ELSE "DailyCounts"."LastSeen" END,
            "ThroughBlock" = excluded."ThroughBlock"
        WHERE "DailyCounts"."ThroughBlock" < excluded."ThroughBlock"
        """;

    private const string UseKeys = """
        UPDATE "KeyLastUses" SET "At" = used."At", "Address" = used."Address"
        FROM (SELECT value->>0 AS "KeyRow", value->>1 AS "At", value->>2 AS "Address" FROM json_each({0})) AS used
        WHERE "KeyLastUses"."KeyRow" = used."KeyRow" AND ("KeyLastUses"."At" IS NULL OR "KeyLastUses"."At" < used."At")
        """;

    /// <summary>Adds the counts, each unless its row counts through that block already.</summary>
    public static async Task AddAsync(
        ConsoleDbContext db, IEnumerable<KeyValuePair<UsageDimensions, UsageCount>> counts, long through, CancellationToken cancellation)
    {
        foreach (var rows in counts.Chunk(RowsAtOnce))
        {
            await db.Database.ExecuteSqlRawAsync(AddCounts, [Json(rows, Write), through], cancellation);
        }
    }

    /// <summary>Notes the last uses of keys, each unless a later one is known.</summary>
    public static async Task UseAsync(ConsoleDbContext db, IEnumerable<LastUse> uses, CancellationToken cancellation)
    {
        foreach (var rows in uses.Chunk(RowsAtOnce))
        {
            await db.Database.ExecuteSqlRawAsync(UseKeys, [Json(rows, Write)], cancellation);
        }
    }

    private static void Write(Utf8JsonWriter row, KeyValuePair<UsageDimensions, UsageCount> counted)
    {
        var (dimensions, count) = counted;
        row.WriteNumberValue(dimensions.KeyRow);

        // As the database keeps ids.
        row.WriteStringValue(dimensions.OrganizationId.Value.ToString().ToUpperInvariant());
        row.WriteNumberValue(dimensions.Day.DayNumber);
        row.WriteStringValue(dimensions.Code.ToString());
        row.WriteStringValue(dimensions.Address);
        row.WriteStringValue(dimensions.Scopes);
        row.WriteNumberValue(count.Count);
        row.WriteNumberValue(count.FirstSeen.ToUnixTimeMilliseconds());
        row.WriteNumberValue(count.LastSeen.ToUnixTimeMilliseconds());
    }

    private static void Write(Utf8JsonWriter row, LastUse use)
    {
        row.WriteNumberValue(use.KeyRow);
        row.WriteNumberValue(use.At.ToUnixTimeMilliseconds());
        row.WriteStringValue(use.Address);
    }

    private static string Json<T>(T[] rows, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            write(json, row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
