using AdminConsole.Core.Data;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace AdminConsole.Tests.Usage.Storage;

/// <summary>What is in a block is counted once, wherever the process ends.</summary>
public sealed class UsageCrashTests : UsageTest
{
    private const int Seed = 20261103;
    private const int Steps = 300;

    private static readonly string MovingOn = $"NEW.Name = '{StoreMetadata.UsageRolledUpThrough}'";

    private readonly List<UsageEvent> _first = new UsageScenes(Seed).Events(200);
    private readonly List<UsageEvent> _second = new UsageScenes(Seed).Events(300);

    [Fact]
    public async Task Events_that_were_not_in_a_block_yet_are_lost_and_no_others()
    {
        Record(_first);
        await FlushAsync();
        Record(_second);

        await CrashAndGoOnAsync();

        Assert.Equal(UsageScenes.Counted(_first), await DailyCountsAsync());
    }

    [Fact]
    public async Task A_crash_between_two_writes_of_a_roll_up_counts_nothing_twice()
    {
        await RestartAsync(settings => settings.RowsPerWrite = 10);
        await WriteBlocksAsync();
        var middle = UsageScenes.Counted(_first).Keys.Skip(100).First();
        await RefuseAsync("DailyCounts", $"NEW.KeyRow = {middle.KeyRow} AND NEW.Address = '{middle.Address}' AND NEW.Code = '{middle.Code}'");

        await Assert.ThrowsAsync<SqliteException>(RollUpAsync);
        var half = await DailyCountsAsync();
        await RefuseNoMoreAsync();
        await CrashAndGoOnAsync();

        var whole = UsageScenes.Counted(_first.Concat(_second));
        Assert.InRange(half.Count, 1, whole.Count - 1);
        Assert.Equal(whole, await DailyCountsAsync());
    }

    [Fact]
    public async Task A_crash_after_the_last_write_of_a_roll_up_counts_nothing_twice()
    {
        await WriteBlocksAsync();
        await RefuseAsync("Metadata", MovingOn);

        await Assert.ThrowsAnyAsync<Exception>(RollUpAsync);
        var written = await DailyCountsAsync();
        await RefuseNoMoreAsync();
        await CrashAndGoOnAsync();

        Assert.Equal(UsageScenes.Counted(_first.Concat(_second)), written);
        Assert.Equal(written, await DailyCountsAsync());
    }

    [Fact]
    public async Task A_roll_up_that_failed_goes_on_with_what_came_since()
    {
        await WriteBlocksAsync();
        await RefuseAsync("Metadata", MovingOn);
        await Assert.ThrowsAnyAsync<Exception>(RollUpAsync);
        await RefuseNoMoreAsync();

        Record(_second);
        await FlushAsync();
        await RollUpAsync();

        Assert.Equal(UsageScenes.Counted(_first.Concat(_second).Concat(_second)), await DailyCountsAsync());
    }

    [Fact]
    public async Task The_last_use_of_a_key_outlives_a_crash()
    {
        var key = await Console.AddKeyAsync(await Console.CreateOrganizationAsync());
        Record(await UseOfAsync(key));
        await FlushAsync();

        await CrashAndGoOnAsync();

        var details = await Console.DetailsAsync(key);
        Assert.Equal((A.Monday, "10.0.0.1"), (details.LastUsedAt!.Value, details.LastUsedIp));
    }

    [Fact]
    public async Task A_block_that_cannot_be_read_does_not_keep_later_ones_from_being_counted()
    {
        Record(_first);
        await FlushAsync();
        await Console.ChangeAsync(db => db.Entry(db.UsageBlocks.Single()).Property(block => block.Content).CurrentValue = [99]);
        await RestartAsync();
        Record(_second);
        await FlushAsync();

        await RollUpAsync();

        Assert.Equal(UsageScenes.Counted(_second), await DailyCountsAsync());
    }

    [Fact]
    public async Task Whatever_fails_and_whenever_the_process_ends_the_counts_are_those_of_the_blocks()
    {
        var random = new Random(Seed);
        var scenes = new UsageScenes(Seed);
        List<UsageEvent> written = [];
        List<UsageEvent> unwritten = [];
        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(6))
            {
                case 0 or 1:
                    var events = scenes.Events(random.Next(40));
                    Record(events);
                    unwritten.AddRange(events);
                    break;
                case 2:
                    await FlushAsync();
                    written.AddRange(unwritten);
                    unwritten.Clear();
                    break;
                case 3:
                    await RollUpAsync();
                    break;
                case 4:
                    await FailToRollUpAsync(random);
                    break;
                default:
                    await RestartAsync(settings => settings.RowsPerWrite = 7);
                    unwritten.Clear();
                    break;
            }
        }

        await CrashAndGoOnAsync();

        Assert.Equal(UsageScenes.Counted(written), await DailyCountsAsync());
    }

    private async Task FailToRollUpAsync(Random random)
    {
        await (random.Next(3) == 0 ? RefuseAsync("Metadata", MovingOn) : RefuseAsync("DailyCounts", $"NEW.Address = '10.0.0.{random.Next(4)}'"));
        await Xunit.Record.ExceptionAsync(RollUpAsync);
        await RefuseNoMoreAsync();
    }

    private async Task WriteBlocksAsync()
    {
        Record(_first);
        await FlushAsync();
        Record(_second);
        await FlushAsync();
    }

    private async Task CrashAndGoOnAsync()
    {
        await RestartAsync();
        await FlushAsync();
        await RollUpAsync();
    }
}
