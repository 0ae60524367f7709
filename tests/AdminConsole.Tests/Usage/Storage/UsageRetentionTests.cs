using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Usage.Storage;

public sealed class UsageRetentionTests : UsageTest
{
    private const int Seed = 20261105;

    [Fact]
    public async Task Events_go_after_their_hours_and_their_counts_stay()
    {
        await WriteBlockAsync(A.Monday);
        await WriteBlockAsync(A.Monday.AddHours(2));
        await RollUpAsync();
        var counted = await DailyCountsAsync();

        Clock.Now = A.Monday.AddHours(25);
        await TrimAsync();

        Assert.Equal([2], await BlocksAsync());
        Assert.Equal(counted, await DailyCountsAsync());
    }

    [Fact]
    public async Task What_is_not_counted_yet_stays_however_old_or_large_it_is()
    {
        await RestartAsync(settings => settings.EventMaxBytes = 1);
        await WriteBlockAsync(A.Monday);

        Clock.Now = A.Monday.AddDays(30);
        await TrimAsync();

        Assert.Equal([1], await BlocksAsync());
    }

    [Fact]
    public async Task The_oldest_events_make_way_when_there_are_too_many()
    {
        for (var i = 0; i < 120; i++)
        {
            await WriteBlockAsync(A.Monday);
        }

        await RollUpAsync();
        var size = await SizeAsync();
        await RestartAsync(settings => settings.EventMaxBytes = size / 4);
        await FlushAsync();

        await TrimAsync();

        var kept = await BlocksAsync();
        Assert.InRange(await SizeAsync(), 1, size / 4);
        Assert.InRange(kept.Count, 25, 30);
        Assert.Equal(120, kept[^1]);
    }

    [Fact]
    public async Task Numbers_of_deleted_blocks_never_come_again()
    {
        await WriteBlockAsync(A.Monday);
        await RollUpAsync();
        Clock.Now = A.Monday.AddDays(2);
        await TrimAsync();

        await RestartAsync();
        await WriteBlockAsync(Clock.Now);

        Assert.Equal([2], await BlocksAsync());
    }

    [Fact]
    public async Task Counts_go_after_their_days()
    {
        await WriteBlockAsync(A.Monday);
        await WriteBlockAsync(A.Monday.AddDays(1));
        await RollUpAsync();

        Clock.Now = A.Monday.AddDays(401);
        await TrimAsync();

        Assert.NotEmpty(await DailyCountsAsync());
        Assert.All((await DailyCountsAsync()).Keys, dimensions => Assert.Equal(new DateOnly(2026, 3, 3), dimensions.Day));
    }

    private async Task WriteBlockAsync(DateTimeOffset at)
    {
        Record(new UsageScenes(Seed).Events(20).Select(use => use with { At = at }));
        await FlushAsync();
    }

    private Task TrimAsync() => Get<UsageRetention>().TrimAsync(default);

    private async Task<List<long>> BlocksAsync()
    {
        await using var db = Get<ConsoleStore>().CreateDbContext();
        return await db.UsageBlocks.OrderBy(block => block.Id).Select(block => block.Id).ToListAsync();
    }

    private async Task<long> SizeAsync()
    {
        await using var db = Get<ConsoleStore>().CreateDbContext();
        return await db.UsageBlocks.SumAsync(block => (long)block.Size);
    }
}
