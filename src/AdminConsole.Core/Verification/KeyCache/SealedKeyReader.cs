using System.Data.Common;
using AdminConsole.Core.Secrets;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminConsole.Core.Verification.KeyCache;

/// <summary>A key's seal, with the content in it, and the hash that it is found by.</summary>
internal readonly record struct SealedKey(long Row, SecretHash Hash, ReadOnlyMemory<byte> Seal);

/// <summary>
/// Reads the seals of all keys in plain SQL: at a start they all stand between the console and its first answer. They are copied from the database's
/// own memory into large blocks, which the collector leaves where they are; an array for each seal would be made twice and moved twice.
/// </summary>
internal sealed class SealedKeyReader(SqliteConnection connection)
{
    private const int BlockSize = 512 * 1024;

    private const int HashColumn = 1;
    private const int SealColumn = 3;

    /// <summary>The keys of one block after the other.</summary>
    public IEnumerable<List<SealedKey>> Read()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Row\", \"SecretHash\", \"PepperId\", \"Seal\" FROM \"ApiKeys\" ORDER BY \"Row\"";
        using var reader = command.ExecuteReader();
        List<SealedKey> keys = [];
        var free = Memory<byte>.Empty;
        while (reader.Read())
        {
            var size = raw.sqlite3_column_bytes(reader.Handle, SealColumn);
            if (size > free.Length)
            {
                yield return keys;
                keys = new(keys.Count);
                free = GC.AllocateUninitializedArray<byte>(Math.Max(size, BlockSize));
            }

            raw.sqlite3_column_blob(reader.Handle, SealColumn).CopyTo(free.Span);
            keys.Add(
                new(reader.GetInt64(0), Hash(raw.sqlite3_column_blob(reader.Handle, HashColumn), reader.GetInt32(HashColumn + 1)), free[..size]));
            free = free[size..];
        }

        yield return keys;
    }

    internal static SecretHash HashIn(DbDataReader row, int column) => Hash(row.GetFieldValue<byte[]>(column), row.GetInt32(column + 1));

    // A hash of another length was not written by the console: it is nobody's.
    private static SecretHash Hash(ReadOnlySpan<byte> digest, int pepperId) => digest.Length == SecretHash.Size ? new(digest, pepperId) : default;
}
