using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage.Blocks;

public sealed class UsageBlockTests
{
    private const int Seed = 20261101;
    private const int Rounds = 300;

    private static readonly long[] Rows = new UsageScenes(Seed).KeyRows;

    [Fact]
    public void What_is_read_from_a_block_is_what_was_written()
    {
        var sizes = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var batch = new EventBatch(maxEvents: sizes.Next(60), maxCounts: sizes.Next(20));
            new UsageScenes(Seed + round).Events(sizes.Next(100)).ForEach(use => batch.Add(use));
            batch.Close();

            var block = UsageBlock.Of(round, batch);
            var read = block.Read();

            Assert.Equal(batch.Events.Select(Text), read.Events.Select(Text));
            Assert.Equal(batch.Overflow.Counts.ToDictionary(), read.Overflow.Counts.ToDictionary());
            Assert.Equal(batch.Counter.Counts.ToDictionary(), read.Counter.Counts.ToDictionary());
            Assert.Equal(
                batch.Counter.Counts.Select(count => count.Key.KeyRow).Distinct().Order(),
                Rows.Where(row => KeyRowList.Contains(block.KeyRows, row)));
            Assert.Equal(batch.Counter.Counts.Select(count => count.Value.FirstSeen).DefaultIfEmpty(DateTimeOffset.MaxValue).Min(), block.FirstAt);
            Assert.Equal(batch.Counter.Counts.Select(count => count.Value.LastSeen).DefaultIfEmpty(DateTimeOffset.MinValue).Max(), block.LastAt);
        }
    }

    [Fact]
    public void A_second_of_many_alike_events_takes_few_bytes_for_each()
    {
        var batch = new EventBatch(10_000, 0);
        new UsageScenes(Seed) { KeyRows = [1, 2, 3] }.Events(10_000)
            .ForEach(use => batch.Add(use with { At = A.Monday.AddMilliseconds(use.At.Millisecond) }));
        batch.Close();

        Assert.InRange(BlockContent.Write(batch).Length, 0, 10_000 * 40);
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_never_read_as_something_endless()
    {
        var batch = new EventBatch(20, 20);
        new UsageScenes(Seed).Events(50).ForEach(use => batch.Add(use));
        batch.Close();
        var bytes = BlockContent.Write(batch);

        // The last bytes are the checksum of what stands before them.
        Assert.All(Enumerable.Range(0, bytes.Length - 5), length => Assert.Throws<InvalidDataException>(() => BlockContent.Read(bytes[..length])));
    }

    // Lists of scopes compare by reference: as text, both sides show their content.
    private static string Text(UsageEvent use) => $"{use with { Scopes = [] }} {string.Join('|', use.Scopes)}";
}
