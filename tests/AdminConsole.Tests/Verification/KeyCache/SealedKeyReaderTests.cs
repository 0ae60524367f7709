using System.Security.Cryptography;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Tests.Verification.KeyCache;

public sealed class SealedKeyReaderTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SealedKeyReaderTests()
    {
        _connection.Open();
        Execute("CREATE TABLE \"ApiKeys\" (\"Row\" INTEGER PRIMARY KEY, \"SecretHash\" BLOB, \"PepperId\" INTEGER, \"Seal\" BLOB)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Reads_none_of_none() => Assert.Empty(Read());

    [Fact]
    public void Reads_every_key_whatever_the_sizes_of_their_seals()
    {
        // Together several blocks; some fill one, or more than one, by themselves.
        int[] sizes = [0, 1, 300, 524_288, 300, 524_287, 1, 1_500_000, .. Enumerable.Range(1, 3_000).Select(i => i % 700), 0];
        var stored = sizes.Select((size, at) => (Row: (at * 3) + 1L, Hash: RandomNumberGenerator.GetBytes(SecretHash.Size), Pepper: at % 4, Seal: RandomNumberGenerator.GetBytes(size))).ToList();
        foreach (var (row, hash, pepper, seal) in stored)
        {
            Insert(row, hash, pepper, seal);
        }

        var read = Read();

        Assert.Equal(stored.Select(key => key.Row), read.Select(key => key.Row));
        Assert.Equal(stored.Select(key => new SecretHash(key.Hash, key.Pepper)), read.Select(key => key.Hash));
        Assert.All(stored.Zip(read), pair => Assert.Equal(pair.First.Pepper, pair.Second.Hash.PepperId));
        Assert.All(stored.Zip(read), pair => Assert.True(pair.First.Seal.AsSpan().SequenceEqual(pair.Second.Seal.Span)));
    }

    [Fact]
    public void Gives_nobodys_hash_for_one_that_the_console_did_not_write()
    {
        Insert(1, [1, 2, 3], pepper: 1, [9]);
        Insert(2, [], pepper: 1, [9]);

        Assert.All(Read(), key => Assert.Equal(default, key.Hash));
    }

    private List<SealedKey> Read() => [.. new SealedKeyReader(_connection).Read().SelectMany(keys => keys)];

    private void Insert(long row, byte[] hash, int pepper, byte[] seal) =>
        Execute("INSERT INTO \"ApiKeys\" VALUES (@row, @hash, @pepper, @seal)", ("@row", row), ("@hash", hash), ("@pepper", pepper), ("@seal", seal));

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
