using System.Data.Common;
using System.Runtime.CompilerServices;
using AdminConsole.Secrets;

namespace AdminConsole.Verification;

/// <summary>A key's seal, with the content in it, and the hash that it is found by.</summary>
internal readonly record struct SealedKey(long Row, SecretHash Hash, byte[] Seal);

/// <summary>Reads the seals of all keys in plain SQL: at a start they all stand between the console and its first answer.</summary>
internal sealed class SealedKeyReader(DbConnection connection)
{
    /// <param name="atOnce">How many keys each list holds.</param>
    public async IAsyncEnumerable<List<SealedKey>> ReadAsync(int atOnce, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Row\", \"SecretHash\", \"PepperId\", \"Seal\" FROM \"ApiKeys\" ORDER BY \"Row\"";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<SealedKey> keys = new(atOnce);
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(new(reader.GetInt64(0), HashIn(reader, column: 1), reader.GetFieldValue<byte[]>(3)));
            if (keys.Count == atOnce)
            {
                yield return keys;
                keys = new(atOnce);
            }
        }

        yield return keys;
    }

    // A hash of another length was not written by the console: it is nobody's.
    internal static SecretHash HashIn(DbDataReader row, int column)
    {
        var digest = row.GetFieldValue<byte[]>(column);
        return digest.Length == SecretHash.Size ? new(digest, row.GetInt32(column + 1)) : default;
    }
}
