using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Usage.Storage;

public sealed class UsageWriterTests : UsageTest
{
    private const int Seed = 20261104;

    [Fact]
    public async Task A_hundred_thousand_events_of_many_threads_land_in_the_counts_exactly()
    {
        await RestartAsync(settings => settings.MaxPendingEvents = 200_000);
        var lists = Enumerable.Range(0, 8)
            .Select(
                thread => new UsageScenes(Seed + thread) { KeyRows = [UsageEvent.NoKey, 1, 2], Organizations = [default] }.Events(12_500)).ToList();

        await Task.WhenAll(lists.Select(list => Task.Run(() => Record(list))).Append(Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await FlushAsync();
                await RollUpAsync();
            }
        })));
        await FlushAsync();
        await RollUpAsync();

        Assert.Equal(UsageScenes.Counted(lists.SelectMany(list => list)), await DailyCountsAsync());
    }

    [Fact]
    public async Task Flushes_at_the_same_time_write_each_event_once()
    {
        var events = new UsageScenes(Seed) { KeyRows = [1], Organizations = [default] }.Events(400);

        foreach (var some in events.Chunk(20))
        {
            Record([.. some]);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(FlushAsync)));
        }

        await RollUpAsync();
        Assert.Equal(UsageScenes.Counted(events), await DailyCountsAsync());
    }

    [Fact]
    public async Task While_nothing_can_be_written_recording_goes_on_in_bounded_memory_and_no_count_is_lost()
    {
        await RestartAsync(settings => (settings.MaxPendingEvents, settings.MaxPendingCounts, settings.MaxGatheredCounts) = (1000, 500, 2000));
        Record(FromAddress(0));
        await FlushAsync();
        Task flush;
        using (await Get<WriteLock>().TakeAsync(default))
        {
            Record(FromAddress(1));
            flush = FlushAsync();
            for (var i = 2; i < 100_000; i++)
            {
                Record(FromAddress(i));
            }

            var (events, counts) = Get<UsageBuffer>().Held;
            Assert.False(flush.IsCompletedSuccessfully);
            Assert.InRange(events, 1, 3 * 1000);
            Assert.InRange(counts, 1, 2 * (1000 + 500) + 100);
        }

        // It may have given up waiting by now; then the next one writes its block.
        await Xunit.Record.ExceptionAsync(() => flush);
        await FlushAsync();
        await FlushAsync();
        await RollUpAsync();

        Assert.Equal(100_000, (await DailyCountsAsync()).Values.Sum(count => count.Count));
    }

    [Fact]
    public async Task A_flush_writes_what_could_not_be_written_and_what_came_since()
    {
        Record(FromAddress(0));
        await RefuseAsync("UsageBlocks", "1");
        await Assert.ThrowsAnyAsync<DbUpdateException>(FlushAsync);
        Record(FromAddress(1));
        await RefuseNoMoreAsync();

        await FlushAsync();
        await RestartAsync();
        await FlushAsync();
        await RollUpAsync();

        Assert.Equal(2, (await DailyCountsAsync()).Values.Sum(count => count.Count));
    }

    [Fact]
    public async Task A_roll_up_comes_to_an_end_although_more_and_more_is_recorded()
    {
        Record(FromAddress(0));
        await FlushAsync();

        var rollUp = Task.Run(RollUpAsync);
        var recorded = 1;
        while (!rollUp.IsCompleted && recorded < 2_000)
        {
            Record(FromAddress(recorded++));
            await FlushAsync();
        }

        Assert.True(rollUp.IsCompletedSuccessfully);
        await RollUpAsync();
        Assert.Equal(recorded, (await DailyCountsAsync()).Values.Sum(count => count.Count));
    }

    [Fact]
    public async Task While_counts_cannot_be_rolled_up_blocks_end_in_bounded_memory_and_no_count_is_lost()
    {
        await RestartAsync(settings => (settings.MaxPendingEvents, settings.MaxPendingCounts, settings.MaxGatheredCounts) = (1000, 500, 2000));
        await RefuseAsync("DailyCounts", "1");
        for (var i = 0; i < 20_000; i++)
        {
            Record(FromAddress(i));
            if (i % 200 == 0)
            {
                await FlushAsync();
                await Xunit.Record.ExceptionAsync(RollUpAsync);
            }
        }

        var held = Get<UsageBuffer>().Held;
        await RefuseNoMoreAsync();
        await RollUpAsync();
        await FlushAsync();
        await RollUpAsync();

        // The counts of a first roll-up, what was gathered since and the batch that may not become a block.
        Assert.InRange(held.Counts, 2000, 2 * (2000 + 1000 + 500));
        Assert.Equal(20_000, (await DailyCountsAsync()).Values.Sum(count => count.Count));
    }

    [Fact]
    public async Task A_block_whose_turn_did_not_come_is_written_later_and_once()
    {
        var events = new UsageScenes(Seed).Events(100);
        Record(events);
        await RefuseAsync("UsageBlocks", "1");
        await Assert.ThrowsAsync<DbUpdateException>(FlushAsync);
        await RefuseNoMoreAsync();
        Record(events);

        await FlushAsync();
        await FlushAsync();
        await RollUpAsync();

        Assert.Equal(UsageScenes.Counted(events.Concat(events)), await DailyCountsAsync());
    }

    [Fact]
    public async Task Only_an_accepted_use_is_a_last_use_and_an_earlier_one_never_replaces_a_later_one()
    {
        var key = await Console.AddKeyAsync(await Console.CreateOrganizationAsync());
        var use = await UseOfAsync(key);
        var later = use with { At = A.Monday.AddMinutes(2), Address = Address("10.0.0.2") };

        foreach (var next in new[] { later, use, later with { At = A.Monday.AddHours(1), Code = DecisionCode.Expired } })
        {
            Record(next);
            await FlushAsync();
            await RollUpAsync();
        }

        var details = await Console.DetailsAsync(key);
        Assert.Equal((later.At, "10.0.0.2", 1), (details.LastUsedAt!.Value, details.LastUsedIp, details.Version));
    }

    private static UsageEvent FromAddress(int number) =>
        new(A.Monday.AddMilliseconds(number), default(Id<Organization>), 1, DecisionCode.Valid)
        {
            Address = Address($"10.{number >> 16}.{(number >> 8) & 0xff}.{number & 0xff}"),
        };
}
