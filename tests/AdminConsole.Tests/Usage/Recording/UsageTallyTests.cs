using AdminConsole.Core.Policies;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Tests.Usage.Recording;

public sealed class UsageTallyTests
{
    private const int Seed = 20261123;
    private const int Rounds = 200;

    [Fact]
    public void Each_key_has_the_last_of_its_accepted_uses()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var events = Events(round, 60);

            var tally = Tally(events);

            var accepted = events.Where(use => use.Code == DecisionCode.Valid && use.KeyRow != UsageEvent.NoKey).GroupBy(use => use.KeyRow).OrderBy(uses => uses.Key);
            Assert.Equal(accepted.Select(uses => (uses.Key, uses.Max(use => use.At))), tally.LastUses.OrderBy(use => use.KeyRow).Select(use => (use.KeyRow, use.At)));
            Assert.All(tally.LastUses, use => Assert.Equal(use, tally.LastUseOf(use.KeyRow)));
            Assert.All(tally.LastUses, use => Assert.Contains(events, made => made.KeyRow == use.KeyRow && made.At == use.At && made.Address?.ToString() == use.Address));
        }
    }

    [Fact]
    public void Beyond_the_bound_there_is_one_more_tuple_a_key_and_none_is_lost()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var events = Events(round, 200);

            var tally = Tally(events, maxTuples: 3);

            Assert.Equal(events.Count, tally.Counts.Sum(count => count.Value.Count));
            Assert.All(
                UsageScenes.Counted(events).GroupBy(count => count.Key.KeyRow),
                key => Assert.Equal(key.Sum(count => count.Value.Count), tally.Counts.Where(count => count.Key.KeyRow == key.Key).Sum(count => count.Value.Count)));
        }
    }

    [Fact]
    public void An_emptied_one_counts_anew()
    {
        var (before, after) = (Events(1, 100), Events(2, 100));
        var tally = Tally(before);

        tally.Clear();
        Assert.Empty(tally.Counts);
        Assert.Equal(0, tally.Count);
        after.ForEach(use => tally.Add(UsageTuple.Of(use), UsageCount.One(use.At)));

        Assert.Equal(UsageScenes.Counted(after), tally.Counts.ToDictionary());
    }

    private static List<UsageEvent> Events(int round, int count) => new UsageScenes(Seed + round).Events(count);

    private static UsageTally Tally(List<UsageEvent> events, int maxTuples = int.MaxValue)
    {
        var tally = new UsageTally(maxTuples);
        events.ForEach(use => tally.Add(UsageTuple.Of(use), UsageCount.One(use.At)));
        return tally;
    }
}
