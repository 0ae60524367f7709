using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageCounterTests
{
    private const int Seed = 20261123;
    private const int Rounds = 200;

    [Fact]
    public void Each_key_has_the_last_of_its_accepted_uses()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var events = Events(round, 60);

            var counter = Counter(events);

            var accepted = events.Where(use => use.Code == DecisionCode.Valid && use.KeyRow != UsageEvent.NoKey)
                .GroupBy(use => use.KeyRow).OrderBy(uses => uses.Key);
            Assert.Equal(
                accepted.Select(uses => (uses.Key, uses.Max(use => use.At))),
                counter.LastUses.OrderBy(use => use.KeyRow).Select(use => (use.KeyRow, use.At)));
            Assert.All(counter.LastUses, use => Assert.Equal(use, counter.LastUseOf(use.KeyRow)));
            Assert.All(
                counter.LastUses,
                use => Assert.Contains(events, made => made.KeyRow == use.KeyRow && made.At == use.At && made.Address?.ToString() == use.Address));
        }
    }

    [Fact]
    public void Beyond_the_bound_there_is_one_more_count_a_key_and_none_is_lost()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var events = Events(round, 200);

            var counter = Counter(events, maxCounts: 3);

            Assert.Equal(events.Count, counter.Counts.Sum(count => count.Value.Count));
            Assert.All(
                UsageScenes.Counted(events).GroupBy(count => count.Key.KeyRow),
                key => Assert.Equal(
                    key.Sum(count => count.Value.Count),
                    counter.Counts.Where(count => count.Key.KeyRow == key.Key).Sum(count => count.Value.Count)));
        }
    }

    [Fact]
    public void An_emptied_one_counts_anew()
    {
        var (before, after) = (Events(1, 100), Events(2, 100));
        var counter = Counter(before);

        counter.Clear();
        Assert.Empty(counter.Counts);
        Assert.Equal(0, counter.Count);
        after.ForEach(use => counter.Add(UsageDimensions.Of(use), UsageCount.One(use.At)));

        Assert.Equal(UsageScenes.Counted(after), counter.Counts.ToDictionary());
    }

    private static List<UsageEvent> Events(int round, int count) => new UsageScenes(Seed + round).Events(count);

    private static UsageCounter Counter(List<UsageEvent> events, int maxCounts = int.MaxValue)
    {
        var counter = new UsageCounter(maxCounts);
        events.ForEach(use => counter.Add(UsageDimensions.Of(use), UsageCount.One(use.At)));
        return counter;
    }
}
