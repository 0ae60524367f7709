using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageBatchTests
{
    private const int Seed = 20261122;
    private const int Rounds = 200;

    [Fact]
    public void The_counts_are_the_same_whenever_they_are_asked_for()
    {
        var chance = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var events = new UsageScenes(Seed + round).Events(chance.Next(100));
            var (asked, unasked) = (Batch(chance.Next(80)), Batch(maxEvents: 100));
            foreach (var use in events)
            {
                asked.Add(use);
                unasked.Add(use);
                _ = chance.Next(5) == 0 ? asked.Counter : null;
            }

            asked.Close();
            unasked.Close();
            var counted = new UsageCounter();
            unasked.CountInto(counted);

            Assert.Equal(UsageScenes.Counted(events), asked.Counter.Counts.ToDictionary());
            Assert.Equal(UsageScenes.Counted(events), unasked.Counter.Counts.ToDictionary());
            Assert.Equal(UsageScenes.Counted(events), counted.Counts.ToDictionary());
            Assert.Equal(asked.Counter.LastUses.OrderBy(use => use.KeyRow), counted.LastUses.OrderBy(use => use.KeyRow));
        }
    }

    [Fact]
    public void Events_that_come_together_find_their_places_as_if_they_came_one_by_one()
    {
        var chance = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var events = new UsageScenes(Seed + round).Events(chance.Next(60)).ToArray();
            var (together, alone) = (Batch(maxEvents: 50), Batch(maxEvents: 50));

            for (var time = 0; time < 2; time++)
            {
                together.Add(events, events.Sum(use => (long)use.TextLength));
                Array.ForEach(events, use => alone.Add(use));
            }

            Assert.Equal(alone.Events, together.Events);
            Assert.Equal(alone.Overflow.Counts.ToDictionary(), together.Overflow.Counts.ToDictionary());
            Assert.Equal(alone.Counter.Counts.ToDictionary(), together.Counter.Counts.ToDictionary());
        }
    }

    [Fact]
    public void An_emptied_batch_counts_anew()
    {
        var batch = Batch(maxEvents: 10);
        var events = new UsageScenes(Seed).Events(20);
        events.ForEach(use => batch.Add(use));
        _ = batch.Counter;

        batch.Clear();
        Assert.True(batch.IsEmpty);
        batch.Add(events[0]);

        Assert.Equal(UsageScenes.Counted([events[0]]), batch.Counter.Counts.ToDictionary());
    }

    private static EventBatch Batch(int maxEvents) => new(maxEvents, maxCounts: 1000);
}
