using System.Buffers.Binary;
using System.Collections.Concurrent;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Verification;

namespace AdminConsole.Tests.Verification;

public sealed class KeyTableTests
{
    private const int Seed = 20261122;
    private const int Hashes = 400;
    private const int Steps = 40_000;

    /// <summary>Where hashes crowd: at the first place, at the last, which goes on at the first, and in between.</summary>
    private static readonly uint[] Crowded = [0, uint.MaxValue, uint.MaxValue - 1, uint.MaxValue / 2];

    [Theory]
    [InlineData(0)]
    [InlineData(Hashes)]
    public void Hold_what_a_dictionary_holds_after_every_change(int room)
    {
        var (random, table, model) = (new Random(Seed), new KeyTable(room), new Dictionary<SecretHash, IKeptKey>());
        SecretHash[] hashes = [.. Enumerable.Range(0, Hashes).Select(number => HashOf(number % 2 == 0 ? Crowded[random.Next(Crowded.Length)] : (uint)random.NextInt64(uint.MaxValue), number))];
        for (var step = 0; step < Steps; step++)
        {
            var hash = hashes[random.Next(Hashes)];
            Change(table, model, hash, random.Next(5));

            Assert.Same(model.GetValueOrDefault(hash), table.Find(hash));
            Assert.Equal(model.Count, table.Count);
            if (step % Hashes == 0)
            {
                Assert.All(hashes, each => Assert.Same(model.GetValueOrDefault(each), table.Find(each)));
            }
        }
    }

    [Fact]
    public void Find_nothing_where_only_others_with_the_same_code_are()
    {
        var table = new KeyTable();
        for (var number = 0; number < 100; number++)
        {
            Assert.True(table.TryAdd(HashOf(7, number), new Key(number)));
        }

        Assert.Null(table.Find(HashOf(7, 100)));
    }

    [Fact]
    public void Make_room_again_where_keys_were_removed()
    {
        var table = new KeyTable();
        for (var number = 0; number < 100_000; number++)
        {
            var hash = HashOf((uint)(number * 2_654_435_761L), number);
            table.TryAdd(hash, new Key(number));
            table.Remove(hash);
        }

        Assert.Equal(0, table.Count);
        Assert.InRange(table.Room, 1, 64);
    }

    [Fact]
    public async Task Let_readers_find_every_key_while_others_come_and_go()
    {
        var (table, stop) = (new KeyTable(), false);
        SecretHash[] staying = [.. Enumerable.Range(0, 40).Select(CrowdedHash)];
        SecretHash[] passing = [.. Enumerable.Range(40, 40).Select(CrowdedHash)];
        Array.ForEach(staying, hash => table.TryAdd(hash, new Key(Number(hash))));
        ConcurrentQueue<string> faults = [];

        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                Array.ForEach(staying, hash => Expect((table.Find(hash) as Key)?.Number == Number(hash), hash));
                Array.ForEach(Volatile.Read(ref passing), hash => Expect(table.Find(hash) is not Key key || key.Number == Number(hash), hash));
            }
        })).ToList();

        // Others each time: those that were there before have places already.
        for (var round = 2; round < 500; round++)
        {
            Volatile.Write(ref passing, [.. Enumerable.Range(round * 40, 40).Select(CrowdedHash)]);
            Array.ForEach(passing, hash => table.TryAdd(hash, new Key(Number(hash))));
            Array.ForEach(passing, hash => table.Remove(hash));
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(readers);

        Assert.Empty(faults);

        void Expect(bool holds, SecretHash hash)
        {
            if (!holds)
            {
                faults.Enqueue($"hash {Number(hash)}");
            }
        }
    }

    private static void Change(KeyTable table, Dictionary<SecretHash, IKeptKey> model, SecretHash hash, int kind)
    {
        var (key, present) = (new Key(Number(hash)), model.GetValueOrDefault(hash));
        switch (kind)
        {
            case 0:
                Assert.Equal(model.TryAdd(hash, key), table.TryAdd(hash, key));
                break;
            case 1:
                table.Set(hash, seen => Choose(seen, present, key));
                model[hash] = key;
                break;
            case 2 when present is not null:
                Assert.True(table.TryReplace(hash, key, present));
                model[hash] = key;
                break;
            case 2 or 3:
                Assert.False(table.TryReplace(hash, key, new Key(0)));
                break;
            default:
                table.Remove(hash);
                model.Remove(hash);
                break;
        }
    }

    private static Key Choose(IKeptKey? seen, IKeptKey? expected, Key key)
    {
        Assert.Same(expected, seen);
        return key;
    }

    private static SecretHash CrowdedHash(int number) => HashOf(Crowded[number % Crowded.Length], number);

    private static SecretHash HashOf(uint code, int number)
    {
        var digest = new byte[SecretHash.Size];
        BinaryPrimitives.WriteUInt32LittleEndian(digest, code);
        BinaryPrimitives.WriteInt32LittleEndian(digest.AsSpan(28), number);
        return new(digest, pepperId: 1);
    }

    private static int Number(SecretHash hash) => BinaryPrimitives.ReadInt32LittleEndian(hash.ToArray().AsSpan(28));

    private sealed record Key(int Number) : IKeptKey;
}
