using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

/// <summary>Wherever a count is at the moment, an answer holds it once.</summary>
public sealed class UsageCountsTests : UsageTest
{
    private const int Seed = 20261106;

    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Answers_are_the_same_at_every_step_on_the_way_into_the_counts()
    {
        await RestartAsync(settings => settings.RowsPerWrite = 5);
        List<UsageEvent> all = [];

        foreach (var round in Enumerable.Range(0, 4))
        {
            var events = Events(round, 100);
            all.AddRange(events);
            Record(events);
            await AssertAnswersAsync(all);

            await FlushAsync();
            await AssertAnswersAsync(all);

            await RefuseAsync("DailyCounts", $"NEW.Code = '{events[50].Code}'");
            await Xunit.Record.ExceptionAsync(RollUpAsync);
            await RefuseNoMoreAsync();
            await AssertAnswersAsync(all);

            if (round % 2 == 1)
            {
                await RollUpAsync();
                await AssertAnswersAsync(all);
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_part_of_the_answer()
    {
        var events = Events(0, 100);
        Record(events);
        await RefuseAsync("UsageBlocks", "1");
        await Xunit.Record.ExceptionAsync(FlushAsync);
        Record(events);

        await AssertAnswersAsync([.. events, .. events]);
    }

    [Fact]
    public async Task Asking_while_counts_are_written_down_finds_each_of_them_once()
    {
        await RestartAsync(settings => settings.RowsPerWrite = 20);
        var events = Events(0, 2000);
        Record(events);
        var writing = Task.Run(async () =>
        {
            await FlushAsync();
            await RollUpAsync();
        });

        List<long> totals = [];
        do
        {
            totals.Add((await OutcomesAsync()).Sum(outcome => outcome.Count));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.All(totals, total => Assert.Equal(events.Count, total));
    }

    private List<UsageEvent> Events(int round, int count) =>
        new UsageScenes(Seed + round) { Organizations = [_acme], KeyRows = [UsageEvent.NoKey, 1, 2] }.Events(count);

    private async Task AssertAnswersAsync(List<UsageEvent> events)
    {
        var expected = events
            .GroupBy(use => (UsageDimensions.Of(use).Day, use.Code))
            .OrderBy(group => group.Key)
            .Select(group => new DailyOutcome(group.Key.Day, group.Key.Code, group.LongCount()));

        Assert.Equal(expected, await OutcomesAsync());
    }

    private Task<List<DailyOutcome>> OutcomesAsync() => Get<UsageCounts>().OutcomesAsync(_acme);
}
